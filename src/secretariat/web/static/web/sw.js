// Answers pages of the brief from the copies that a person chose to keep on this device, when the network does not.
// Only what was kept is ever stored; there is one set of copies, and it belongs to one person.
"use strict";

const PREFIX = "brief:";
const KEPT_AT = "X-Kept-At";
const LONGEST = 7 * 24 * 60 * 60 * 1000;
const PATIENCE = 6000;

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

async function sets() {
  return (await caches.keys()).filter((name) => name.startsWith(PREFIX));
}

async function forget(but) {
  await Promise.all((await sets()).filter((name) => name !== but).map((name) => caches.delete(name)));
}

// A page that is not this person's shows that somebody else is at the device: then nothing stays.
async function putPage(name, address, response) {
  const text = await response.text();
  if (!text.includes(`data-person="${name.slice(PREFIX.length)}"`)) {
    await forget();
    return false;
  }
  const headers = new Headers(response.headers);
  headers.delete("Content-Encoding");
  headers.delete("Content-Length");
  headers.set(KEPT_AT, new Date().toISOString());
  await (await caches.open(name)).put(address, new Response(text, { headers }));
  return true;
}

async function keep({ person, pages, files }) {
  const name = PREFIX + person;
  await forget(name);
  for (const address of pages) {
    const response = await fetch(address, { cache: "no-store", redirect: "error" });
    if (!response.ok || !(await putPage(name, new URL(address, self.location).href, response))) {
      throw new Error(address);
    }
  }
  await (await caches.open(name)).addAll(files);
}

self.addEventListener("message", (event) => {
  const answer = (ok) => event.ports[0].postMessage({ ok });
  event.waitUntil(
    keep(event.data).then(
      () => answer(true),
      async () => {
        await forget();
        answer(false);
      },
    ),
  );
});

function notKept(addresses) {
  const links = addresses.map((each) => {
    const where = new URL(each);
    const text = (where.pathname + where.search).replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
    return `<li><a href="${text}">${text}</a></li>`;
  });
  const text =
    '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">' +
    '<meta name="viewport" content="width=device-width, initial-scale=1"><title>No connection</title></head><body>' +
    "<h1>No connection</h1><p>This page is not kept on this device. Kept are:</p>" +
    '<p lang="ru">Связи нет. Эта страница на устройстве не сохранена. Сохранены:</p>' +
    `<ul>${links.join("")}</ul></body></html>`;
  const headers = {
    "Content-Type": "text/html; charset=utf-8",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
  };
  return new Response(text, { status: 503, headers });
}

async function copyOf(name, address) {
  if (!name) return undefined;
  const copy = await (await caches.open(name)).match(address, { ignoreVary: true });
  if (!copy) return undefined;
  if (copy.headers.has(KEPT_AT) && Date.now() - Date.parse(copy.headers.get(KEPT_AT)) > LONGEST) {
    await forget();
    return undefined;
  }
  return copy;
}

async function keptPage(name, address) {
  const copy = await copyOf(name, address);
  if (!copy) {
    const found = name ? await (await caches.open(name)).keys() : [];
    return notKept(found.map((each) => each.url).filter((each) => new URL(each).pathname.startsWith("/brief")));
  }
  const text = (await copy.text()).replace('data-kept=""', `data-kept="${copy.headers.get(KEPT_AT)}"`);
  return new Response(text, { headers: copy.headers });
}

// The answer of the network, or nothing where it has none in time and there is a copy to fall back on.
async function fromNetwork(request, isKept) {
  const asked = fetch(request).catch(() => undefined);
  if (!isKept) return asked;
  return Promise.race([asked, new Promise((done) => setTimeout(done, PATIENCE))]);
}

async function page(event) {
  const [name] = await sets();
  const address = event.request.url;
  const isKept = Boolean(await copyOf(name, address));
  const response = await fromNetwork(event.request, isKept);
  if (!response) return keptPage(name, address);
  if (!name) return response;
  // A session that has run out leads to the entrance and leaves the copy: it is read where there is no connection.
  if (isKept && response.ok) {
    event.waitUntil(putPage(name, address, response.clone()));
  } else if (isKept && response.status === 404) {
    await (await caches.open(name)).delete(address);
  }
  return response;
}

async function file(request) {
  try {
    return await fetch(request);
  } catch (error) {
    const copy = await copyOf((await sets())[0], request.url);
    if (copy) return copy;
    throw error;
  }
}

self.addEventListener("fetch", (event) => {
  const where = new URL(event.request.url);
  if (event.request.method !== "GET" || where.origin !== self.location.origin) return;
  if (event.request.mode === "navigate") {
    event.respondWith(page(event));
  } else if (where.pathname.startsWith("/static/")) {
    event.respondWith(file(event.request));
  }
});
