/** Parts of the panel that are built when they come near the view, or are asked for. */
const builders = new Map();
const observer = new IntersectionObserver(
  (entries) => {
    for (const { isIntersecting, target } of entries) if (isIntersecting) build(target);
  },
  { rootMargin: "100%", scrollMargin: "100%" },
);

/** @param fill makes of the frame what it shall be */
export function later(frame, fill) {
  builders.set(frame, fill);
  observer.observe(frame);
  return frame;
}

export function build(frame) {
  const fill = builders.get(frame);
  builders.delete(frame);
  observer.unobserve(frame);
  fill?.(frame);
}

export function buildAll() {
  for (const frame of builders.keys()) build(frame);
}

/** What was not built is not shown any more. */
export function forget() {
  builders.clear();
  observer.disconnect();
}
