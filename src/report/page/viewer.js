import { h, svg } from "./dom.js";
import { word } from "./words.js";

/** The first page, which was there before the script. */
const early = document.getElementById("early");

/** The pages with their overlay; pictures are decoded and boxes drawn only when a page comes near the view. */
export function viewer(state, select) {
  const root = h("section", { class: "viewer", tabindex: 0, "aria-label": word("pages") });
  const frames = new Map();
  const drawn = new Set();
  let byPage;
  const overlay = (number) => {
    byPage ??= placesByPage(state.data);
    const { places } = state.data;
    const ids = byPage.get(number) ?? [];
    const first = worstByBox(places, ids);
    return ids.map((id) => rectangle(places[id], id, first.get(String(places[id].box)) !== id, select));
  };
  const draw = (number) => {
    const frame = frames.get(number);
    if (!frame) return;
    showPicture(frame, number, state.data.review !== null);
    if (drawn.has(number)) return;
    drawn.add(number);
    const { width, height } = state.data.pages[number - 1];
    const boxes = svg("svg", { viewBox: `0 0 ${width} ${height}`, "aria-hidden": "true" }, ...overlay(number));
    frame.querySelector(".paper").append(boxes);
  };
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) if (isIntersecting) draw(Number(target.dataset.page));
    },
    { root, rootMargin: "50%" },
  );
  for (const { number, width, height, hasPicture } of state.data.pages) {
    const frame = h("figure", { "data-page": number, "data-picture": hasPicture }, h("div", { class: "paper" }));
    frame.querySelector(".paper").style.aspectRatio = `${width} / ${height}`;
    frame.append(h("figcaption", {}, word("page", number) + (hasPicture ? "" : ` · ${word("noPicture")}`)));
    frames.set(number, frame);
    root.append(frame);
    observer.observe(frame);
  }
  // Taken over as it is: decoded again, the page would be gone for a moment.
  if (early) frames.get(1)?.querySelector(".paper").prepend(early);
  early?.removeAttribute("id");
  early?.setAttribute("alt", word("page", 1));
  // The pictures of a file stand behind the script, the first page's excepted: those in view are shown when they have come.
  const showDrawn = () => {
    for (const number of drawn) showPicture(frames.get(number), number, state.data.review !== null);
  };
  const coming = new MutationObserver(showDrawn);
  if (document.readyState === "loading") coming.observe(document.body, { childList: true });
  document.addEventListener("DOMContentLoaded", () => {
    coming.disconnect();
    showDrawn();
  });
  /** Only the viewer is scrolled, not what it stands in. */
  const scrollTo = (target, share) => {
    if (!target) return;
    const { top, height } = target.getBoundingClientRect();
    root.scrollTop += top - root.getBoundingClientRect().top - share * Math.max(0, root.clientHeight - height);
    const { left, width } = target.getBoundingClientRect();
    root.scrollLeft += left - root.getBoundingClientRect().left - (root.clientWidth - width) / 2;
  };
  const show = (number) => scrollTo(frames.get(number), 0);
  return {
    root,
    show,
    light(ids) {
      for (const old of root.querySelectorAll(".lit")) old.classList.remove("lit");
      if (ids.length === 0) return;
      for (const id of ids) draw(state.data.places[id].page);
      for (const id of ids) root.querySelector(`rect[data-id="${id}"]`)?.classList.add("lit");
      const first = ids.find((id) => state.data.places[id].box) ?? besideOf(state.data.places, ids[0]);
      if (first === undefined) show(state.data.places[ids[0]].page);
      else scrollTo(root.querySelector(`rect[data-id="${first}"]`), 0.5);
    },
    /** Draws the boxes anew, of other data. */
    update() {
      byPage = undefined;
      for (const number of drawn)
        frames
          .get(number)
          ?.querySelector("svg")
          .replaceChildren(...overlay(number));
    },
  };
}

function placesByPage({ places }) {
  const byPage = new Map();
  for (const [id, { page, box }] of places.entries()) {
    if (!box) continue;
    if (!byPage.has(page)) byPage.set(page, []);
    byPage.get(page).push(id);
  }
  return byPage;
}

const WORST_FIRST = ["contradicted", "doubtful", "unproved", "held"];

/** Of places in one box, as a label that holds for many rows, the one that is coloured, and clicked on. */
function worstByBox(places, ids) {
  const worst = new Map();
  for (const id of ids) {
    const box = String(places[id].box);
    const known = places[worst.get(box)];
    if (!known || WORST_FIRST.indexOf(places[id].proof) < WORST_FIRST.indexOf(known.proof)) worst.set(box, id);
  }
  return worst;
}

/** Where nothing is printed, another place of the same row and page; undefined where there is none. */
function besideOf(places, id) {
  const { table, row, page } = places[id];
  const index =
    table === undefined ? -1 : places.findIndex((p) => p.box && p.table === table && p.row === row && p.page === page);
  return index < 0 ? undefined : index;
}

/** @param isSame says that another place stands in the same box: this one is seen only when it is chosen */
function rectangle({ box: [x0, y0, x1, y1], proof, path, override }, id, isSame, select) {
  return svg("rect", {
    x: x0 - 1.5,
    y: y0 - 1.5,
    width: x1 - x0 + 3,
    height: y1 - y0 + 3,
    rx: 1.5,
    class: [proof, path === undefined ? "" : "quote", override ? "decided" : "", isSame ? "same" : ""]
      .filter(Boolean)
      .join(" "),
    "data-id": id,
    click: () => select([id], true),
  });
}

function showPicture(frame, number, isServed) {
  if (frame.dataset.picture !== "true" || frame.querySelector("img")) return;
  const element = document.getElementById(`picture-${number}`);
  // Before something stands behind it, the picture may be there by half.
  const isWhole = element?.nextSibling || document.readyState !== "loading";
  const file = element && isWhole ? `data:image/webp;base64,${element.textContent}` : null;
  const src = isServed ? `page/${number}` : file;
  if (!src) return;
  frame.querySelector(".paper").prepend(h("img", { alt: word("page", number), decoding: "async", src }));
}
