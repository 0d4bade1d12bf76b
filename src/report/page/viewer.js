import { h, svg } from "./dom.js";
import { word } from "./words.js";

/** The pages with their overlay; pictures are decoded and boxes drawn only when a page comes near the view. */
export function viewer(data, select) {
  const root = h("section", { class: "viewer", tabindex: 0, "aria-label": word("pages") });
  const frames = new Map();
  const drawn = new Set();
  const draw = (number) => {
    const frame = frames.get(number);
    if (!frame) return;
    showPicture(frame, number);
    if (drawn.has(number)) return;
    drawn.add(number);
    for (const [id, place] of data.places.entries()) {
      if (place.page === number && place.box) frame.querySelector("svg").append(rectangle(place, id, select));
    }
  };
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) if (isIntersecting) draw(Number(target.dataset.page));
    },
    { root, rootMargin: "50%" },
  );
  for (const { number, width, height, hasPicture } of data.pages) {
    const overlay = svg("svg", { viewBox: `0 0 ${width} ${height}`, "aria-hidden": "true" });
    const frame = h(
      "figure",
      { "data-page": number, "data-picture": hasPicture },
      h("div", { class: "paper" }, overlay),
    );
    frame.querySelector(".paper").style.aspectRatio = `${width} / ${height}`;
    frame.append(h("figcaption", {}, word("page", number) + (hasPicture ? "" : ` · ${word("noPicture")}`)));
    frames.set(number, frame);
    root.append(frame);
    observer.observe(frame);
  }
  // Pictures stand behind the script in the file: those in view are shown when they have come.
  document.addEventListener("DOMContentLoaded", () => {
    for (const number of drawn) showPicture(frames.get(number), number);
  });
  return {
    root,
    light(ids) {
      for (const old of root.querySelectorAll(".lit")) old.classList.remove("lit");
      const [first] = ids.filter((id) => data.places[id].box);
      for (const id of ids) draw(data.places[id].page);
      for (const id of ids) root.querySelector(`rect[data-id="${id}"]`)?.classList.add("lit");
      const target = root.querySelector(`rect[data-id="${first}"]`);
      target?.scrollIntoView({ block: "center", inline: "nearest" });
    },
    show(number) {
      frames.get(number)?.scrollIntoView({ block: "start" });
    },
  };
}

function rectangle({ box: [x0, y0, x1, y1], proof, path }, id, select) {
  return svg("rect", {
    x: x0 - 1.5,
    y: y0 - 1.5,
    width: x1 - x0 + 3,
    height: y1 - y0 + 3,
    rx: 1.5,
    class: path === undefined ? proof : `${proof} quote`,
    "data-id": id,
    click: () => select([id], true),
  });
}

function showPicture(frame, number) {
  const text = document.getElementById(`picture-${number}`)?.textContent;
  if (!text || frame.querySelector("img")) return;
  const image = h("img", { alt: word("page", number), decoding: "async", src: `data:image/webp;base64,${text}` });
  frame.querySelector(".paper").prepend(image);
}
