// The search of the site. It looks in docgenIndex, which search.js declares: topics with
// their titles (t), files (f), and items (i) as name and fragment.
"use strict";
(function () {
  var box = document.getElementById("search");
  var query = document.getElementById("query");
  var hits = document.getElementById("hits");
  if (!box || !Array.isArray(window.docgenIndex)) {
    return;
  }
  var root = document.body.dataset.root;
  var most = 50;
  box.hidden = false;

  // find returns what has all words of the text, titles before items.
  function find(text) {
    var words = text.toLowerCase().split(/[\s.]+/).filter(Boolean);
    var titles = [], items = [];
    function fits(name) {
      name = name.toLowerCase();
      return words.every(function (word) { return name.indexOf(word) >= 0; });
    }
    window.docgenIndex.forEach(function (topic) {
      if (fits(topic.t)) {
        titles.push({ name: topic.t, to: topic.f });
      }
      (topic.i || []).forEach(function (item) {
        if (items.length < most && fits(topic.t + "." + item[0])) {
          items.push({ name: topic.t + " " + item[0], to: topic.f + "#" + encodeURIComponent(item[1]) });
        }
      });
    });
    return titles.concat(items).slice(0, most);
  }

  function show() {
    hits.textContent = "";
    var found = query.value.trim() === "" ? [] : find(query.value);
    found.forEach(function (hit) {
      var item = document.createElement("li");
      var link = document.createElement("a");
      link.href = root + hit.to;
      link.textContent = hit.name;
      item.appendChild(link);
      hits.appendChild(item);
    });
    if (found.length === 0 && query.value.trim() !== "") {
      var none = document.createElement("li");
      none.textContent = "Nothing has all of these words.";
      hits.appendChild(none);
    }
    hits.hidden = hits.children.length === 0;
  }

  query.addEventListener("input", show);
  document.addEventListener("keydown", function (event) {
    if (event.key === "/" && document.activeElement !== query) {
      event.preventDefault();
      query.focus();
    } else if (event.key === "Escape") {
      query.value = "";
      show();
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      var links = Array.prototype.slice.call(hits.querySelectorAll("a"));
      var at = links.indexOf(document.activeElement);
      if (document.activeElement === query || at >= 0) {
        var next = links[at + (event.key === "ArrowDown" ? 1 : -1)];
        if (next) {
          event.preventDefault();
          next.focus();
        } else if (event.key === "ArrowUp") {
          query.focus();
        }
      }
    }
  });
})();
