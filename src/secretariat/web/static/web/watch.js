// The map of the watch. The page says everything without it; here the same events stand where they happened.
import * as library from "../maplibre-gl/maplibre-gl.mjs";

library.setWorkerUrl(new URL("../maplibre-gl/maplibre-gl-worker.mjs", import.meta.url).href);

const section = document.getElementById("map");
const told = section.dataset;
const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
const none = { type: "FeatureCollection", features: [] };
const months = told.months ? told.months.split(" ") : [];
let map;
let latest = 0;

const choices = () => new URLSearchParams(location.search);

function paint() {
  map.setPaintProperty("water", "background-color", colour("--water"));
  map.setPaintProperty("land", "fill-color", ["case", ["get", "member"], colour("--member"), colour("--land")]);
  map.setPaintProperty("coast", "line-color", colour("--coast"));
  map.setPaintProperty("border", "line-color", colour("--border"));
  map.setPaintProperty("events", "circle-color", colour("--mark"));
  map.setPaintProperty("events", "circle-stroke-color", colour("--mark-edge"));
}

const layers = [
  { id: "water", type: "background", paint: {} },
  { id: "land", type: "fill", source: "borders", filter: ["has", "state"], paint: {} },
  { id: "coast", type: "line", source: "borders", filter: ["has", "state"], paint: { "line-width": 0.6 } },
  { id: "border", type: "line", source: "borders", filter: ["has", "segment"], paint: { "line-width": 2.2 } },
  {
    id: "events",
    type: "circle",
    source: "events",
    paint: {
      "circle-radius": ["interpolate", ["linear"], ["log10", ["get", "count"]], 0, 5, 4, 26],
      "circle-opacity": 0.75,
      "circle-stroke-width": 1.2,
    },
  },
];

async function drawEvents() {
  const asked = choices();
  const edges = map.getBounds();
  const box = [edges.getWest(), edges.getSouth(), edges.getEast(), edges.getNorth()];
  asked.set("box", box.map((edge) => edge.toFixed(3)).join(","));
  asked.set("zoom", String(Math.max(0, Math.floor(map.getZoom()))));
  asked.delete("page");
  const number = ++latest;
  const answer = await fetch(`${told.events}?${asked}`);
  // an answer that came too late is about another part of the map
  if (answer.ok && number === latest) map.getSource("events").setData(await answer.json());
}

function later(work, wait) {
  let timer;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(work, wait);
  };
}

function line(text) {
  const found = document.createElement("p");
  found.textContent = text;
  return found;
}

function explain(event) {
  const feature = event.features[0];
  const { count, deaths, id, date, place } = feature.properties;
  const content = document.createElement("div");
  content.append(line(count > 1 ? `${count} ${told.count}` : [place, date].filter(Boolean).join(", ")));
  content.append(line(`${told.deaths}: ${deaths ?? told.unknown}`));
  if (id !== undefined) {
    const link = document.createElement("a");
    const [path, query] = told.event.split("?");
    link.href = path.slice(0, -1) + encodeURIComponent(id) + (query ? `?${query}` : "");
    link.textContent = told.open;
    content.append(link);
  }
  new library.Popup({ maxWidth: "18rem" }).setLngLat(feature.geometry.coordinates).setDOMContent(content).addTo(map);
  if (count > 1) map.easeTo({ center: feature.geometry.coordinates, zoom: map.getZoom() + 2, animate: !still });
}

// paper gets the still picture, of the month that is looked at
function turnPicture() {
  const picture = document.querySelector("#still img");
  if (!picture) return;
  const asked = choices();
  asked.delete("page");
  picture.src = `${picture.getAttribute("src").split("?")[0]}?${asked}`;
}

async function turnList() {
  const answer = await fetch(location.href);
  if (!answer.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const fresh = page.getElementById("shown");
  if (fresh) document.getElementById("shown").replaceWith(fresh);
}

function follow(slider, said) {
  const spoken = new Intl.DateTimeFormat(document.documentElement.lang, { year: "numeric", month: "long", timeZone: "UTC" });
  const show = () => {
    const month = months[slider.value - 1];
    const words = month ? spoken.format(new Date(`${month}-01T00:00:00Z`)) : told.whole;
    said.textContent = words;
    slider.setAttribute("aria-valuetext", words);
  };
  const events = later(drawEvents, 150);
  const list = later(turnList, 400);
  const picture = later(turnPicture, 400);
  slider.value = String(months.indexOf(told.month) + 1);
  show();
  slider.addEventListener("input", () => {
    const asked = choices();
    const month = months[slider.value - 1];
    asked.delete("page");
    // the ends of the slider stay what they were, also where the address left them to their defaults
    asked.set("from", months[0]);
    asked.set("to", months[months.length - 1]);
    if (month) asked.set("month", month);
    else asked.delete("month");
    history.replaceState(null, "", `${location.pathname}?${asked}`);
    show();
    events();
    list();
    picture();
  });
}

function names(features) {
  for (const { properties } of features) {
    if (!properties.member) continue;
    const name = document.createElement("span");
    name.className = "name";
    name.textContent = properties.name;
    name.setAttribute("aria-hidden", "true");
    new library.Marker({ element: name }).setLngLat(properties.at).addTo(map);
  }
}

function extent(features) {
  const box = new library.LngLatBounds();
  for (const { properties, geometry } of features) {
    if (properties.segment) for (const part of geometry.coordinates) for (const point of part) box.extend(point);
  }
  return box;
}

async function start() {
  const answer = await fetch(told.borders);
  if (!answer.ok) return;
  const borders = await answer.json();
  section.hidden = false;
  map = new library.Map({
    container: "canvas",
    attributionControl: false,
    fadeDuration: still ? 0 : 300,
    minZoom: 0.5,
    maxZoom: 14,
    bounds: extent(borders.features),
    fitBoundsOptions: { padding: 20 },
    style: {
      version: 8,
      sources: { borders: { type: "geojson", data: borders }, events: { type: "geojson", data: none } },
      layers,
    },
  });
  map.addControl(new library.NavigationControl({ showCompass: false }));
  map.dragRotate.disable();
  map.touchZoomRotate.disableRotation();
  const slider = document.getElementById("month");
  if (slider) follow(slider, document.getElementById("month-said"));
  await new Promise((ready) => map.once("load", ready));
  // the still picture stays where this map cannot be drawn
  document.getElementById("still")?.classList.add("printed");
  paint();
  names(borders.features);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", paint);
  map.on("moveend", later(drawEvents, 150));
  map.on("click", "events", explain);
  map.on("mouseenter", "events", () => { map.getCanvas().style.cursor = "pointer"; });
  map.on("mouseleave", "events", () => { map.getCanvas().style.cursor = ""; });
  await drawEvents();
  section.dataset.ready = "yes";
  map.once("idle", () => { section.dataset.drawn = "yes"; });
  map.triggerRepaint();
}

start();
