"use strict";
(() => {
  const form = document.getElementById("filters");
  const shown = document.getElementById("shown");
  const cards = [...document.querySelectorAll("[data-card]")];
  const words = new Map(cards.map((card) => [card, card.textContent.toLowerCase()]));
  const among = (list, wanted) => !wanted || (list || "").split(" ").includes(wanted);

  const fits = (card, want) =>
    (!want.verdict || card.dataset.verdict === want.verdict) &&
    (!want.state || card.dataset.state === want.state) &&
    among(card.dataset.sources, want.source) &&
    among(card.dataset.metrics, want.metric) &&
    want.terms.every((term) => words.get(card).includes(term));

  const filter = () => {
    const want = Object.fromEntries(new FormData(form));
    want.terms = (want.text || "").toLowerCase().split(/\s+/).filter(Boolean);
    let left = 0;
    for (const card of cards) {
      card.hidden = !fits(card, want);
      left += card.hidden ? 0 : 1;
    }
    shown.textContent = left === cards.length ? "" : `${left} of ${cards.length} findings and facts shown.`;
  };

  const reveal = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    for (let at = target; at; at = at.parentElement) {
      if (at instanceof HTMLDetailsElement) at.open = true;
      if (at.hidden && at.dataset.card !== undefined) form.reset();
    }
    filter();
    target.scrollIntoView();
  };

  form.hidden = cards.length === 0;
  form.addEventListener("input", filter);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(filter));
  window.addEventListener("hashchange", reveal);
  window.addEventListener("beforeprint", () => {
    for (const details of document.querySelectorAll("details")) details.open = true;
  });
  if (location.hash) reveal();
})();
