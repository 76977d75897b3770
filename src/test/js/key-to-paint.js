/**
 * Measures milliseconds from a key to its answer's paint: [ours, the bare element's], each the mean of the middle half.
 *
 * The bare element does what no search box can do without: for each key it fetches the same answer, without pause, and
 * shows all of its hits in the page, as a list of links with their headings and the snippets as text. It has no style,
 * no marks, dates or tags, no roles, no order among answers, and no word for a fault.
 *
 * Both are warm, stand in the same page and take turns. Keys fall anywhere between two frames, and each element asks
 * first what the other asks second, so that neither gains by the service having seen a query before.
 */
async ([api, round]) => {
  const HANGS_MILLIS = 30_000;

  class BareSearch extends HTMLElement {
    connectedCallback() {
      this.input = this.appendChild(document.createElement('input'));
      this.list = this.appendChild(document.createElement('ul'));
      this.input.addEventListener('input', () => this.ask());
    }

    async ask() {
      const asked = { q: this.input.value, typing: true, limit: 4, sections: 3, facets: '', summary: false };
      const response = await fetch(`${api}/api/v1/search?${new URLSearchParams(asked)}`);
      const { posts } = await response.json();
      this.list.replaceChildren(...posts.flatMap((post) => post.sections.map((section) => this.hit(post, section))));
    }

    hit({ title }, { url, heading, snippet }) {
      const link = Object.assign(document.createElement('a'), { href: url, textContent: `${title}: ${heading}` });
      const item = document.createElement('li');
      item.append(link, ' ', snippet?.text ?? '');
      return item;
    }
  }

  const words = ['tide', 'harbour', 'ferry', 'lighthouse', 'map', 'train', 'island', 'boat', 'water', 'clock', 'port', 'moon'];
  const ours = document.querySelector('anchorage-search');
  if (!round) customElements.define('bare-search', BareSearch);
  const bare = document.querySelector('bare-search') ?? document.body.appendChild(document.createElement('bare-search'));

  /** The first change of the list is the answer; a task after the next frame's begin comes when that frame is painted. */
  const painted = (list) => new Promise((done, fail) => {
    const hangs = setTimeout(() => fail(new Error(`nothing was shown in ${HANGS_MILLIS} ms`)), HANGS_MILLIS);
    new MutationObserver((_, observer) => {
      observer.disconnect();
      clearTimeout(hangs);
      requestAnimationFrame(() => setTimeout(done));
    }).observe(list, { childList: true, characterData: true, subtree: true });
  });

  /** The pause is longer than what the search box waits between requests, and lets its announcement fall between keys. */
  const time = async ({ input, list }, text) => {
    await new Promise((done) => setTimeout(done, 180 + Math.random() * 17));
    const end = painted(list);
    const start = performance.now();
    input.value = text;
    input.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await end;
    return performance.now() - start;
  };

  const times = { ours: [], bare: [] };
  const [one, other] = 'abcdefghijklmnopqrstuvwxyz'.slice(2 * round);
  for (const [first, second] of [[one, other], [other, one]]) {
    for (const word of words) {
      times.bare.push(await time(bare, `${word} ${first}`));
      times.ours.push(await time(ours, `${word} ${second}`));
    }
  }
  const mean = (list) => {
    const middle = list.sort((a, b) => a - b).slice(list.length >> 2, (list.length * 3) >> 2);
    return middle.reduce((sum, one) => sum + one) / middle.length;
  };
  return [mean(times.ours), mean(times.bare)];
}
