/**
 * <anchorage-search>: a search box for a blog whose archive Anchorage has indexed.
 *
 *     <script type="module" src="https://search.example.org/anchorage-search.js"></script>
 *     <anchorage-search endpoint="https://search.example.org">
 *       <form action="https://search.example.org/search" role="search">
 *         <input type="search" name="q" aria-label="Search"> <button>Search</button>
 *       </form>
 *     </anchorage-search>
 *
 * The form is optional; it is what readers without this script use, and the results page is where it leads.
 *
 * Attributes
 *   endpoint           address of the service; default: where this script comes from
 *   site               the blog to search, where the service has several; several are separated by "|"
 *   mode               dropdown (default) or dialog: a button that opens a window with the box in it
 *   limit              most posts in the list; default 4
 *   sections-per-post  most sections of a post, 1 to 3; default 3
 *   shortcut           keys that lead here from anywhere; default "/ mod+k" (mod is Ctrl, or Cmd on a Mac); "none"
 *   facets             facets to offer as buttons, such as "tag location year"; default none
 *   filter-tag, filter-location   search only posts with these values; several are separated by "|"
 *   lang               of the texts: ar de en es fr it ja nl pt zh; default: the language of the page
 *   theme              light or dark; default: what the system says
 *   recent             keep the last five queries in this browser and offer them; default: nothing is stored
 *   no-text-fragment   don't let the browser mark the found words on the post's page
 *
 * Properties
 *   strings            texts to use in place of ours, by the keys of ENGLISH below
 *
 * Events (they bubble)
 *   anchorage:results  an answer is shown; detail: query, answer
 *   anchorage:select   a hit was chosen; detail: query, url; preventDefault() keeps the browser from going there
 *   anchorage:error    no answer came; detail: query, kind: down, failed, late, busy or offline
 *
 * Looks: the custom properties are at the head of STYLE below. Every node that is ours has a `part` attribute, to be
 * styled as `anchorage-search [part~="hit"]`. There is no shadow root: the input stays the blog's own, and the combobox
 * may refer to its options.
 */

const ENGLISH = {
  label: 'Search this blog',
  submit: 'Search',
  results: 'Search results',
  filters: 'Narrow down',
  all: 'All results for “{query}”',
  more: { one: '{n} more section in this post', other: '{n} more sections in this post' },
  sections: { one: '{n} section', other: '{n} sections' },
  posts: { one: '{n} post', other: '{n} posts' },
  count: '{sections} in {posts}',
  nothing: 'Nothing found for “{query}”.',
  meant: 'Did you mean “{query}”?',
  post: 'No section has all of these words; these posts do.',
  'some-words': 'Nothing has all of these words; these have some of them.',
  spelling: 'Hits for near spellings.',
  slow: 'Still searching …',
  late: 'The search takes too long. Please try again.',
  down: 'The search can’t be reached.',
  failed: 'The search has a fault. Please try again later.',
  busy: 'Too many searches at once. Trying again in a moment.',
  offline: 'You are offline.',
  recent: 'Searched before',
};

const STYLE = `
anchorage-search {
  --_ink: var(--anchorage-ink, light-dark(#1d2830, #dfe6e9));
  --_soft: var(--anchorage-soft, light-dark(#5a6872, #9aa8b0));
  --_paper: var(--anchorage-paper, light-dark(#fff, #18222a));
  --_line: var(--anchorage-line, light-dark(#dfe3e4, #313d45));
  --_accent: var(--anchorage-accent, light-dark(#0b5c77, #7cc7df));
  --_chosen: var(--anchorage-chosen, light-dark(#e6f1f4, #243943));
  --_chip: var(--anchorage-chip, light-dark(#eef1f2, #26323a));
  --_radius: var(--anchorage-radius, .6rem);
  --_gap: var(--anchorage-gap, .8rem);
  display: block;
  position: relative;
  color-scheme: light dark;
  text-align: start;
  &[theme=light] { color-scheme: light }
  &[theme=dark] { color-scheme: dark }
  [part] { all: revert; box-sizing: border-box; font: inherit; color: inherit; margin: 0 }
  [part=panel] {
    position: absolute; top: calc(100% + .4rem); width: max(100%, min(var(--anchorage-width, 36rem), 100vw - 1rem)); max-height: var(--anchorage-height, min(75dvh, 44rem)); z-index: var(--anchorage-layer, 1000); display: flex; flex-direction: column;
    font: var(--anchorage-size, 1rem)/1.45 var(--anchorage-font, system-ui, sans-serif); overflow-wrap: anywhere;
    box-shadow: var(--anchorage-shadow, 0 .6rem 2rem #0003);
  }
  [part=panel], [part=dialog] { color: var(--_ink); background: var(--_paper); border: 1px solid var(--_line); border-radius: var(--_radius) }
  [part=list] { overflow: auto; overscroll-behavior: contain }
  [part][hidden] { display: none }
  [part=post] { padding: .5rem 0; border-bottom: 1px solid var(--_line) }
  [part=head] { display: flex; flex-wrap: wrap; align-items: baseline; gap: .1rem .7rem; padding: .2rem var(--_gap) }
  [part=title] { font-weight: 650; text-decoration: none; min-height: 24px; &:hover { text-decoration: underline } }
  [part=about], [part=more], [part=status], [part=note], [part=facet] { font-size: .8125em; color: var(--_soft) }
  [part=tag] { font-size: .75em; padding: .05em .6em; border-radius: 1em; background: var(--_chip); color: var(--anchorage-chip-ink, var(--_soft)); margin-inline-end: .35em }
  [role=option] {
    display: block; padding: .35rem var(--_gap); min-height: var(--anchorage-row, 2rem); text-decoration: none; border-inline-start: 3px solid transparent; cursor: pointer;
    &:hover, &[aria-selected=true] { background: var(--_chosen) }
    &[aria-selected=true] { border-color: var(--_accent) }
  }
  [part=heading], [part=all] { display: block; color: var(--_accent); font-weight: 550; font-size: .9375em }
  [part=above] { color: var(--_soft); font-weight: 400 }
  [part=snippet] { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: var(--anchorage-lines, 2); overflow: hidden; font-size: .875em }
  [part=mark] { background: var(--anchorage-mark, light-dark(#ffe9a3, #5a4a14)); color: var(--anchorage-mark-ink, inherit); border-radius: .15em }
  [part=more], [part=status], [part=note] { padding: .3rem calc(var(--_gap) + 3px) }
  [part=facets] { display: flex; flex-wrap: wrap; gap: .4rem; padding: .6rem var(--_gap); border-bottom: 1px solid var(--_line) }
  [part=facet] { min-height: 24px; padding: .1rem .6rem; border: 1px solid var(--_line); border-radius: 1em; background: none; cursor: pointer; &[aria-pressed=true] { background: var(--_chosen); border-color: var(--_accent) } }
  [part=live] { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%) }
  [part=key] { font-size: .75em; margin-inline-start: 1em }
  [part=dialog] {
    width: min(44rem, 100vw - 1rem); max-width: none; max-height: 85dvh; margin: 7dvh auto auto; padding: .8rem;
    &[open] { display: flex; flex-direction: column }
    &::backdrop { background: #0007 }
    [part=panel] { position: static; min-height: 0; width: auto; max-height: none; border: 0; box-shadow: none; margin: .6rem -.8rem -.8rem }
  }
  :focus-visible { outline: 2px solid var(--anchorage-focus, var(--_accent)); outline-offset: 1px }
  @media (pointer: coarse) { [role=option], [part=facet], [part=title] { min-height: 44px } }
  @media (forced-colors: active) {
    [part=mark] { forced-color-adjust: none; background: Mark; color: MarkText }
    [aria-selected=true], [aria-pressed=true] { outline: 3px solid Highlight; outline-offset: -3px }
  }
  @media print { display: none }
}
:where(anchorage-search) {
  :where(form) { display: flex; gap: .5rem; margin: 0 }
  :where(input, button) { font: inherit; color: var(--_ink); min-height: 2.75rem; padding: 0 .8rem; border: 1px solid var(--_soft); border-radius: var(--_radius); background: var(--_paper) }
  :where(input) { flex: 1; min-width: 0 }
}
`;

const TRANSLATED = 'ar de es fr it ja nl pt zh'.split(' ');
const RECENT = 'anchorage-recent';
let ids = 0;
let sheet;

/**
 * The address of an answer. The endpoint ends with a slash; filters map a facet to its values; the shape says how much is
 * to be in the answer.
 */
export const searchUrl = (endpoint, query, filters, shape) => {
  const url = new URL('api/v1/search', endpoint);
  for (const [name, values] of Object.entries({ q: query, typing: true, ...shape, ...filters })) {
    for (const value of [values].flat()) url.searchParams.append(name, value);
  }
  return url.href;
};

/** Cuts a text at its highlights into [text, isMarked] pairs; ranges that overlap or lie outside are cut to fit. */
export const cut = (text, highlights) => {
  const runs = [];
  let done = 0;
  const take = (end, isMarked) => {
    if (end > done) runs.push([text.slice(done, end), isMarked]);
    done = Math.max(done, end);
  };
  for (const [start, end] of highlights ?? []) {
    take(Math.min(start, text.length), false);
    take(Math.min(end, text.length), true);
  }
  take(text.length, false);
  return runs;
};

/** Where a key moves the choice. -1 is none; `groups` has the number of the group of each option. */
export const moved = (key, at, groups) => {
  const last = groups.length - 1;
  const group = groups[at];
  switch (key) {
    case 'ArrowDown': return at < last ? at + 1 : -1;
    case 'ArrowUp': return at < 0 ? last : at - 1;
    case 'PageDown': return at < 0 ? 0 : Math.max(at, groups.findIndex((other) => other > group));
    case 'PageUp': return at < 0 ? -1 : Math.max(0, groups.indexOf(groups.findLast((other) => other < group)));
    default: return undefined;
  }
};

/** An address of the web, absolute; undefined for any other, `javascript:` above all. */
export const webAddress = (url, base) => {
  const address = URL.canParse(url, base) ? new URL(url, base).href : '';
  return /^https?:/.test(address) ? address : undefined;
};

/** The address of a section, with the words for the browser to mark. */
export const sectionUrl = ({ url, textFragment }, base, isPlain) => {
  const address = webAddress(url, base);
  if (!address || !textFragment || isPlain) return address;
  return address + (address.includes('#') ? '' : '#') + ':~:text=' + textFragment.replace(/^(#?:~:)?text=/, '');
};

/**
 * Decides which questions go out: the first at once, then one per `pace` ms with three on their way at most. Answers are
 * kept; one newer than the one shown is shown, an older one is not.
 *
 * `load(url, signal)` promises an answer or throws; what it throws may say `after`, seconds until another try is welcome.
 */
export class Requests {
  #answers = new Map();
  #sent = 0;
  #shown = 0;
  #inFlight = 0;
  #next = 0;
  #timer;
  #wanted;

  constructor(load, show, fail, { pace = 100, most = 3, patience = 8000, kept = 60 } = {}) {
    Object.assign(this, { load, show, fail, pace, most, patience, kept });
  }

  ask(url) {
    this.#wanted = url;
    const answer = this.#answers.get(url);
    if (!answer) return this.#send();
    this.forget();
    this.show(answer, url);
  }

  /** Nothing that is on its way is wanted any more. */
  forget() {
    this.#wanted = undefined;
    this.#shown = ++this.#sent;
  }

  #send() {
    const url = this.#wanted;
    const wait = this.#next - performance.now();
    if (!url || this.#inFlight >= this.most) return;
    clearTimeout(this.#timer);
    if (wait > 0) {
      this.#timer = setTimeout(() => this.#send(), wait);
      return;
    }
    this.#wanted = undefined;
    this.#next = performance.now() + this.pace;
    this.#await(url, ++this.#sent);
  }

  async #await(url, number) {
    this.#inFlight++;
    const signal = AbortSignal.timeout(this.patience);
    try {
      const answer = await this.load(url, signal);
      this.#keep(url, answer);
      if (number > this.#shown) {
        this.#shown = number;
        this.show(answer, url);
      }
    } catch (fault) {
      if (number > this.#shown && number === this.#sent) {
        if (fault.after >= 0) {
          this.#next = performance.now() + fault.after * 1000;
          this.#wanted ??= url;
        }
        this.fail(fault, url);
      }
    } finally {
      this.#inFlight--;
      this.#send();
    }
  }

  #keep(url, answer) {
    this.#answers.set(url, answer);
    if (this.#answers.size > this.kept) this.#answers.delete(this.#answers.keys().next().value);
  }
}

/** An answer; else it throws why there is none: `kind` is a key of ENGLISH. */
const loadJson = async (url, signal) => {
  let response;
  let kind = 'down';
  let after;
  try {
    response = await fetch(url, { signal, credentials: 'omit' });
    kind = 'failed';
    if (response.ok) return await response.json();
  } catch {
    if (signal.aborted) kind = 'late';
    else if (!navigator.onLine) kind = 'offline';
  }
  if ([429, 503].includes(response?.status)) {
    kind = 'busy';
    after = Math.min(response.headers.get('Retry-After') || 2, 60);
  }
  throw Object.assign(new Error(kind), { kind, after });
};

/**
 * Makes a node of ours out of an old one, if that is of its kind: new nodes are what takes the time from key to paint.
 * An attribute of null is none.
 */
const node = (name, part, attributes, ...children) => (old) => {
  const made = old?.was?.part === part ? old : document.createElement(name);
  const { was = {} } = made;
  const now = (made.was = { part, ...attributes });
  for (const key in now) {
    if (now[key] == null) made.removeAttribute(key);
    else if (now[key] !== was[key]) made.setAttribute(key, now[key]);
  }
  return fill(made, children);
};

/** Makes these the children of a place. Text becomes text, never markup. */
const fill = (place, children) => {
  const { childNodes } = place;
  let count = 0;
  for (const child of children.flat().filter(Boolean)) {
    const old = childNodes[count++];
    const made = child.call ? child(old) : old?.data ? old : new Text(child);
    if (made !== old) place.insertBefore(made, old);
    else if (old.data && old.data !== child) old.data = child;
  }
  while (childNodes[count]) place.lastChild.remove();
  return place;
};

const marked = (text, highlights) =>
  cut(text, highlights).map(([run, isMarked]) => (isMarked ? node('mark', 'mark', {}, run) : run));

const formats = {};

/** One of Intl's formats, made once: that takes longer than laying out a hit. */
const format = (kind, language) => (formats[kind + language] ??= new Intl[kind](language, { dateStyle: 'medium', timeZone: 'UTC' }));

class AnchorageSearch extends HTMLElement {
  #id = `anchorage-${++ids}`;
  #at = -1;
  #options = [];
  #chosen = {};
  #texts = ENGLISH;
  #requests = new Requests(
    (url, signal) => loadJson(url, signal).finally(async () => {
      // No answer counts as come while a row is pressed, lest the click go to the hit that takes the row's place.
      while (this.panel.matches(':active')) await new Promise(requestAnimationFrame);
    }),
    (answer) => this.#show(answer),
    (fault) => this.#fail(fault),
  );
  #asked = '';
  #slow;
  #said;
  #listening;
  #cameFrom;

  connectedCallback() {
    const root = this.getRootNode();
    if (!sheet) (sheet = new CSSStyleSheet()).replaceSync(STYLE);
    if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets.push(sheet);
    if (!this.panel) this.#build();
    this.#listen();
    this.#translate();
  }

  disconnectedCallback() {
    this.#listening.abort();
    this.#requests.forget();
  }

  /** Puts the caret into the box, and opens the window in dialog mode. */
  open() {
    this.#cameFrom = document.activeElement;
    if (this.dialog && !this.dialog.open) this.dialog.showModal();
    this.input.focus();
    this.input.select();
  }

  get #language() {
    return (this.getAttribute('lang') || this.parentElement?.closest('[lang]')?.lang || 'en').toLowerCase();
  }

  /** With a slash at the end. */
  get #endpoint() {
    const endpoint = this.getAttribute('endpoint') ?? import.meta.url.replace(/[^/]*$/, '');
    return new URL(endpoint.replace(/\/*$/, '/'), document.baseURI);
  }

  get #filters() {
    const filters = { ...this.#chosen };
    for (const name of ['tag', 'location', 'site']) {
      const fixed = this.getAttribute(`filter-${name}`) ?? this.getAttribute(name);
      if (fixed) filters[name] = fixed.split('|').concat(filters[name] ?? []);
    }
    return filters;
  }

  #say(key, values = {}) {
    let text = this.strings?.[key] ?? this.#texts[key];
    if (text.other) text = text[format('PluralRules', this.#language).select(values.n)] ?? text.other;
    return text.replace(/{(\w+)}/g, (all, name) => (name === 'n' ? format('NumberFormat', this.#language).format(values.n) : values[name]));
  }

  #build() {
    this.form = this.querySelector('form') ?? this.#ownForm();
    this.input = this.form.querySelector('[name=q]') ?? this.form.querySelector('input');
    this.list = node('div', 'list', { role: 'listbox', id: `${this.#id}-list` })();
    this.facetBar = node('div', 'facets', { role: 'group', hidden: '' })();
    this.note = node('div', 'note', { hidden: '' })();
    this.status = node('div', 'status', { 'aria-hidden': true })();
    this.panel = node('div', 'panel', { hidden: '' })();
    this.panel.append(this.facetBar, this.note, this.list, this.status);
    this.live = node('div', 'live', { role: 'status' })();
    Object.assign(this.input, { role: 'combobox', autocomplete: 'off', spellcheck: false, ariaAutoComplete: 'list', ariaExpanded: false });
    this.input.setAttribute('aria-controls', this.list.id);
    if (this.getAttribute('mode') === 'dialog') {
      this.trigger = node('button', 'trigger', { type: 'button', 'aria-haspopup': 'dialog' })();
      this.dialog = node('dialog', 'dialog')();
      this.dialog.append(this.form, this.panel, this.live);
      this.append(this.trigger, this.dialog);
    } else {
      this.append(this.panel, this.live);
    }
  }

  #ownForm() {
    this.isOwnForm = true;
    return this.appendChild(node('form', null, { role: 'search', action: new URL('search', this.#endpoint) },
      node('input', null, { type: 'search', name: 'q', maxlength: 512 }), node('button', null))());
  }

  #listen() {
    this.#listening = new AbortController();
    const on = (target, type, listener) => target.addEventListener(type, listener, { signal: this.#listening.signal });
    on(this.input, 'input', (event) => event.isComposing || this.#ask());
    on(this.input, 'compositionend', () => this.#ask());
    on(this.input, 'keydown', (event) => this.#key(event));
    on(this.input, 'focus', () => this.#reopen());
    on(this.form, 'formdata', ({ formData }) => {
      for (const [name, values] of Object.entries(this.#filters)) {
        for (const value of values) formData.append(name, value);
      }
    });
    on(this.form, 'submit', () => this.#remember());
    on(this.panel, 'mousedown', (event) => event.preventDefault());
    on(this.panel, 'click', (event) => this.#click(event));
    on(this, 'focusout', ({ relatedTarget }) => this.contains(relatedTarget) || this.dialog || this.#close());
    on(document, 'keydown', (event) => this.#shortcut(event));
    on(window, 'resize', () => this.#place());
    on(window, 'online', () => this.#ask(true));
    if (!this.dialog) return;
    on(this.trigger, 'click', () => this.open());
    on(this.dialog, 'click', ({ target }) => target === this.dialog && this.dialog.close());
  }

  async #translate() {
    const language = this.#language.split('-')[0];
    if (TRANSLATED.includes(language)) {
      const response = await fetch(new URL(`strings/${language}.json`, import.meta.url)).catch(() => {});
      if (response?.ok) this.#texts = { ...ENGLISH, ...(await response.json()) };
    }
    this.list.ariaLabel = this.#say('results');
    this.facetBar.ariaLabel = this.#say('filters');
    if (this.isOwnForm) this.form.lastChild.textContent = this.#say('submit');
    if (!this.input.labels.length) this.input.ariaLabel ??= this.#say('label');
    if (!this.dialog) return;
    const [key] = this.#keys;
    this.dialog.ariaLabel = this.#say('label');
    fill(this.trigger, [this.#say('label'), key && node('kbd', 'key', { 'aria-hidden': true }, key)]);
  }

  get #keys() {
    const keys = this.getAttribute('shortcut') ?? '/ mod+k';
    return keys === 'none' ? [] : keys.toLowerCase().split(' ');
  }

  #shortcut(event) {
    const { key, ctrlKey, metaKey, altKey, isComposing, defaultPrevented } = event;
    const [{ isContentEditable, tagName }] = event.composedPath();
    if (altKey || isComposing || defaultPrevented || isContentEditable || /^(input|textarea|select)$/i.test(tagName)) return;
    if (!this.#keys.includes((ctrlKey || metaKey ? 'mod+' : '') + key.toLowerCase())) return;
    event.preventDefault();
    this.open();
  }

  #key(event) {
    const { key, ctrlKey, metaKey, altKey, shiftKey } = event;
    if (event.isComposing || event.keyCode === 229 || altKey || shiftKey) return;
    const isModified = ctrlKey || metaKey;
    if (key === 'Enter') return this.#enter(event, isModified);
    if (isModified) return;
    if (key === 'Escape') {
      event.preventDefault();
      return this.#escape();
    }
    const posts = [...this.list.children];
    const groups = this.#options.map((option) => posts.findIndex((post) => post.contains(option)));
    const at = this.#isOpen ? moved(key, this.#at, groups) : undefined;
    if (at !== undefined) {
      event.preventDefault();
      this.#choose(at);
    } else if (key === 'ArrowDown') {
      this.#reopen();
    }
  }

  #enter(event, isModified) {
    const option = this.#options[this.#at];
    if (!option && !isModified) return;
    event.preventDefault();
    if (isModified) window.open(option?.href ?? this.#allUrl(), '_blank', 'noopener');
    else option.click();
  }

  #escape() {
    if (this.#isOpen) return this.#close();
    if (this.input.value) {
      this.input.value = '';
      return this.#ask();
    }
    if (this.dialog) return this.dialog.close();
    this.input.blur();
    this.#cameFrom?.focus();
  }

  #click(event) {
    const target = event.target.closest('a, button');
    if (!target) return;
    if (target.dataset.again) {
      event.preventDefault();
      this.input.value = target.dataset.again;
      this.#ask();
    } else if (target.value) {
      this.#toggle(target.name, target.value);
    } else {
      this.#remember();
      if (!this.#tell('select', { url: target.href }, true)) event.preventDefault();
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      this.#close();
      if (this.dialog) this.dialog.close();
    }
  }

  #toggle(facet, value) {
    const values = this.#chosen[facet] ?? [];
    this.#chosen[facet] = values.includes(value) ? values.filter((other) => other !== value) : [...values, value];
    this.#ask(true);
  }

  #tell(name, detail, cancelable = false) {
    return this.dispatchEvent(new CustomEvent(`anchorage:${name}`, { detail: { query: this.#asked, ...detail }, bubbles: true, composed: true, cancelable }));
  }

  #ask(isAgain) {
    const query = this.input.value.trim();
    if (query === this.#asked && !isAgain) return;
    this.#asked = query;
    if (!query) {
      this.#close();
      return this.#offerRecent();
    }
    clearTimeout(this.#slow);
    this.#slow = setTimeout(() => this.#announce('slow'), 1200);
    this.#requests.ask(searchUrl(this.#endpoint, query, this.#filters, {
      limit: this.getAttribute('limit') || 4,
      sections: this.getAttribute('sections-per-post') || 3,
      facets: this.getAttribute('facets') ?? '',
      summary: false,
    }));
  }

  #show(answer) {
    clearTimeout(this.#slow);
    const { posts, total, relaxed, didYouMean, query } = answer;
    const nodes = posts.map((post, number) => this.#post(post, number));
    if (didYouMean) nodes.push(this.#again(didYouMean, this.#say('meant', { query: didYouMean })));
    if (posts.length) nodes.push(this.#option('all', this.#allUrl(), {}, this.#say('all', { query })));
    this.note.hidden = !relaxed;
    this.note.textContent = relaxed ? this.#say(relaxed) : '';
    this.#facets(answer.facets ?? {});
    this.#fill(nodes);
    const count = total.sections ?
      this.#say('count', { sections: this.#say('sections', { n: total.sections }), posts: this.#say('posts', { n: total.posts }) }) :
      posts.length ? '' : this.#say('nothing', { query });
    this.#write(count, this.note.textContent);
    this.#tell('results', { answer, query });
  }

  #post(post, number) {
    const { title, url, date, language, locations, tags, sections, moreSections } = post;
    const id = `${this.#id}-${number}`;
    return node('div', 'post', { role: 'group', 'aria-labelledby': id, lang: language },
      node('div', 'head', { id, 'aria-hidden': true },
        node('a', 'title', { href: webAddress(url, document.baseURI), tabindex: -1, dir: 'auto' }, title),
        node('span', 'about', {}, [date && this.#day(date), ...(locations ?? [])].filter(Boolean).join(' · ')),
        node('span', 'tags', {}, (tags ?? []).slice(0, 4).flatMap((tag) => [node('span', 'tag', {}, tag), ' ']))),
      sections.map((section) => this.#hit(section, title)),
      moreSections && node('div', 'more', { lang: this.#language }, this.#say('more', { n: moreSections })));
  }

  #hit(section, title) {
    const { heading, headingPath, headingHighlights, snippet } = section;
    const above = headingPath.slice(0, -1).map((one) => `${one} › `).join('');
    return this.#option('hit', sectionUrl(section, document.baseURI, this.hasAttribute('no-text-fragment')), {},
      (heading || !snippet) &&
        node('span', 'heading', { dir: 'auto' }, above && node('span', 'above', {}, above), marked(heading || title, headingHighlights)),
      snippet && node('span', 'snippet', { dir: 'auto' }, marked(snippet.text, snippet.highlights)));
  }

  #again(query, text) {
    return this.#option('hit again', this.#allUrl(query), { 'data-again': query }, text);
  }

  #option(part, href, attributes, ...children) {
    return node('a', part, { role: 'option', href, tabindex: -1, 'aria-selected': false, ...attributes }, ...children);
  }

  #facets(facets) {
    const names = (this.getAttribute('facets') ?? '').split(' ');
    fill(this.facetBar, names.flatMap((name) => (facets[name] ?? []).slice(0, 6).map(({ value, posts }) =>
      node('button', 'facet', { type: 'button', name, value, 'aria-pressed': !!this.#chosen[name]?.includes(value) }, `${value} ${posts}`))));
    this.facetBar.hidden = !this.facetBar.firstChild;
  }

  /** Shows groups and options; the chosen option stays chosen when it is among them. */
  #fill(nodes) {
    const kept = this.#options[this.#at]?.href;
    this.#choose(-1);
    this.#options = [...fill(this.list, nodes).querySelectorAll('[role=option]')];
    this.list.hidden = !nodes.length;
    this.#open();
    if (kept) this.#choose(this.#options.findIndex(({ href }) => href === kept));
  }

  #fail({ kind = 'failed' }) {
    clearTimeout(this.#slow);
    this.note.hidden = this.facetBar.hidden = true;
    this.#fill([]);
    this.#announce(kind);
    this.#tell('error', { kind });
  }

  #announce(key) {
    this.#write(this.#say(key));
    this.#open();
  }

  /** Shows a line below the list, and says it once the reader pauses. */
  #write(text, spoken = '') {
    this.status.textContent = text;
    this.status.hidden = !text;
    clearTimeout(this.#said);
    this.#said = setTimeout(() => (this.live.textContent = text || spoken), 300);
  }

  #choose(at) {
    const chosen = this.#options[at];
    this.#options[this.#at]?.setAttribute('aria-selected', false);
    this.#at = at;
    if (chosen) {
      chosen.id ||= `anchorage-${++ids}`;
      chosen.ariaSelected = true;
      chosen.scrollIntoView({ block: 'nearest' });
    }
    this.input.setAttribute('aria-activedescendant', chosen?.id ?? '');
  }

  get #isOpen() {
    return !this.panel.hidden;
  }

  #open() {
    this.input.ariaExpanded = !this.list.hidden;
    if (this.#isOpen) return;
    this.panel.hidden = false;
    this.#place();
  }

  /** What is on its way then is not to open it again. */
  #close() {
    clearTimeout(this.#slow);
    this.#requests.forget();
    this.panel.hidden = true;
    this.input.ariaExpanded = false;
    this.#choose(-1);
  }

  #reopen() {
    if (this.input.value) this.#ask(true);
    else this.#offerRecent();
  }

  /** Keeps the panel inside the window, wherever on the page the box is. */
  #place() {
    if (this.dialog) return;
    const { style, offsetWidth } = this.panel;
    const { left, right } = this.getBoundingClientRect();
    const most = document.documentElement.clientWidth - 8 - offsetWidth;
    const start = getComputedStyle(this).direction === 'rtl' ? right - offsetWidth : left;
    style.left = `${Math.max(8, Math.min(start, most)) - left}px`;
  }

  #allUrl(query) {
    const url = new URL(this.form.action);
    const data = new FormData(this.form);
    if (query) data.set(this.input.name, query);
    url.search = new URLSearchParams(data);
    return url.href;
  }

  #day(date) {
    const day = new Date(date);
    return isNaN(day) ? date : format('DateTimeFormat', this.#language).format(day);
  }

  get #recent() {
    try {
      return (this.hasAttribute('recent') && JSON.parse(localStorage.getItem(RECENT))) || [];
    } catch {
      return [];
    }
  }

  #remember() {
    const query = this.input.value.trim();
    if (!this.hasAttribute('recent') || !query) return;
    try {
      localStorage.setItem(RECENT, JSON.stringify([query, ...this.#recent.filter((other) => other !== query)].slice(0, 5)));
    } catch {
      // Storage may be full or forbidden; the search goes on without.
    }
  }

  #offerRecent() {
    const nodes = this.#recent.map((query) => this.#again(query, query));
    if (!nodes.length || !this.contains(document.activeElement)) return;
    this.note.hidden = this.facetBar.hidden = true;
    this.#write(this.#say('recent'));
    this.#fill(nodes);
  }
}

customElements.get('anchorage-search') ?? customElements.define('anchorage-search', AnchorageSearch);
