(() => {
  'use strict';
  const all = (selector, root) => Array.from((root || document).querySelectorAll(selector));
  const byId = (id) => document.getElementById(id);
  const tools = byId('tools'), search = byId('search'), resource = byId('resource'), shown = byId('shown'), help = byId('help');
  const severities = all('input[name=severity]', tools);
  const groups = all('#findings details.group');
  const topic = (group) => group.querySelector('h3').firstChild.textContent.trim();
  const entries = all('#findings li[data-severity]').map((item) => {
    const group = item.closest('details.group');
    return { item, topic: topic(group), text: (topic(group) + ' ' + item.textContent).toLowerCase() };
  });

  for (const title of Array.from(new Set(groups.map(topic))).sort()) {
    resource.add(new Option(title, title));
  }

  const filter = () => {
    const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    const wanted = new Set(severities.filter((box) => box.checked).map((box) => box.value));
    let count = 0;
    for (const { item, topic, text } of entries) {
      const fits = wanted.has(item.dataset.severity) &&
        (resource.value === '' || topic === resource.value || topic.startsWith(resource.value + '.')) &&
        words.every((word) => text.includes(word));
      item.hidden = !fits;
      count += fits ? 1 : 0;
    }
    for (const group of groups) {
      group.hidden = all('li[data-severity]', group).every((item) => item.hidden);
    }
    for (const section of all('#findings section[data-severity]')) {
      section.hidden = all('details.group', section).every((group) => group.hidden);
    }
    for (const link of all('nav a')) {
      const target = byId(link.hash.slice(1));
      link.parentElement.hidden = Boolean(target && target.closest('[hidden]'));
    }
    shown.textContent = count + ' of ' + entries.length + (entries.length === 1 ? ' entry' : ' entries') + ' shown';
  };

  const clear = () => {
    search.value = '';
    resource.value = '';
    severities.forEach((box) => { box.checked = true; });
    filter();
  };

  const reveal = () => {
    const target = location.hash && byId(location.hash.slice(1));
    if (!target) {
      return;
    }
    if (target.closest('[hidden]')) {
      clear();
    }
    const group = target.closest('details.group');
    if (group) {
      group.open = true;
    }
    target.scrollIntoView();
  };

  const fold = (open) => groups.forEach((group) => { group.open = open; });

  const step = (by) => {
    const visible = entries.map((entry) => entry.item).filter((item) => !item.closest('[hidden]'));
    const active = document.activeElement;
    const current = visible.findIndex((item) => item.contains(active));
    const next = visible[current < 0 ? (by > 0 ? 0 : visible.length - 1) : Math.min(Math.max(current + by, 0), visible.length - 1)];
    if (next) {
      next.closest('details.group').open = true;
      next.focus();
      next.scrollIntoView({ block: 'nearest' });
    }
  };

  const details = () => {
    const item = document.activeElement.closest('li[data-severity]');
    const parts = item ? all('details', item) : [];
    const open = parts.some((part) => !part.open);
    parts.forEach((part) => { part.open = open; });
  };

  const keys = {
    '/': () => { search.focus(); search.select(); },
    j: () => step(1),
    k: () => step(-1),
    o: details,
    f: () => fold(groups.some((group) => !group.open)),
    '?': () => { help.open = !help.open; },
    Escape: clear,
  };

  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    if (event.target.matches('input[type=search], select')) {
      if (event.key === 'Escape') {
        clear();
        event.target.blur();
      }
      return;
    }
    const act = Object.hasOwn(keys, event.key) ? keys[event.key] : null;
    if (act) {
      event.preventDefault();
      act();
    }
  });

  let closed = [];
  window.addEventListener('beforeprint', () => {
    closed = all('details').filter((part) => !part.open);
    closed.forEach((part) => { part.open = true; });
  });
  window.addEventListener('afterprint', () => { closed.forEach((part) => { part.open = false; }); });
  window.addEventListener('hashchange', reveal);
  tools.addEventListener('submit', (event) => event.preventDefault());
  tools.addEventListener('input', filter);
  byId('unfold').addEventListener('click', () => fold(true));
  byId('fold').addEventListener('click', () => fold(false));
  byId('clear').addEventListener('click', clear);
  entries.forEach((entry) => { entry.item.tabIndex = -1; });
  tools.hidden = entries.length === 0;
  filter();
  reveal();
})();
