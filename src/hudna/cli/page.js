"use strict";
(() => {
  const root = document.documentElement, body = document.body, tip = document.getElementById("tip");
  const spans = [...document.querySelectorAll(".s")];
  const byItem = new Map();
  for (const span of spans) {
    for (const id of span.dataset.m.split(" ")) {
      if (!byItem.has(id)) byItem.set(id, []);
      byItem.get(id).push(span);
    }
  }
  const clear = () => {
    document.querySelectorAll(".lit, .on").forEach((element) => element.classList.remove("lit", "on"));
    tip.hidden = true;
  };
  const light = (ids) => {
    clear();
    for (const id of ids) {
      (byItem.get(id) || []).forEach((span) => span.classList.add("lit"));
      document.getElementById(id)?.classList.add("on");
    }
  };
  const explain = (span) => {
    const ids = span.dataset.m.split(" ");
    light(ids);
    tip.replaceChildren(...ids.map((id) => {
      const copy = document.createElement("div");
      const item = document.getElementById(id);
      copy.className = item.className.replace(/\bon\b/, "");
      copy.innerHTML = item.innerHTML;
      return copy;
    }));
    tip.hidden = false;
    const box = span.getClientRects()[0], size = tip.getBoundingClientRect();
    const left = Math.min(Math.max(12, box.right - size.width), root.clientWidth - size.width - 12);
    const below = box.bottom + 8 + size.height < root.clientHeight || box.top < size.height + 8;
    tip.style.left = `${left + scrollX}px`;
    tip.style.top = `${(below ? box.bottom + 8 : box.top - size.height - 8) + scrollY}px`;
  };
  for (const span of spans) {
    span.addEventListener("mouseenter", () => explain(span));
    span.addEventListener("mouseleave", clear);
    span.addEventListener("focus", () => explain(span));
    span.addEventListener("blur", clear);
    span.addEventListener("click", () => explain(span));
  }
  for (const item of document.querySelectorAll("a.item")) {
    item.addEventListener("mouseenter", () => light([item.id]));
    item.addEventListener("mouseleave", clear);
    item.addEventListener("focus", () => light([item.id]));
    item.addEventListener("click", (event) => {
      const target = (byItem.get(item.id) || [])[0];
      if (!target) return;
      event.preventDefault();
      target.scrollIntoView({ block: "center" });
      target.tabIndex = 0;
      target.focus({ preventScroll: true });
    });
  }
  addEventListener("keydown", (event) => { if (event.key === "Escape") clear(); });
  for (const box of document.querySelectorAll(".bar input")) {
    box.addEventListener("change", () => body.classList.toggle(`show-${box.value}`, box.checked));
  }
  const speak = (language) => {
    root.dataset.ui = root.lang = language;
    root.dir = language === "ar" ? "rtl" : "ltr";
  };
  document.getElementById("language").addEventListener("click", () => speak(root.dataset.ui === "ar" ? "en" : "ar"));
  // The page opens in the reader's language, where it is one of the two.
  if (/^ar\b/i.test(navigator.language)) speak("ar");
})();
