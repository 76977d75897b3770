/** Tests of the search box's pure functions; SearchBoxFunctionsTest runs them in a browser. */
import { Requests, cut, moved, searchUrl, sectionUrl, webAddress } from '/anchorage-search.js';

const same = (found, expected) => {
  const [a, b] = [found, expected].map((value) => JSON.stringify(value) ?? 'undefined');
  if (a !== b) throw new Error(`found ${a}, expected ${b}`);
};
const soon = (ms = 0) => new Promise((done) => setTimeout(done, ms));

export const tests = {
  'the address names query, filters and shape'() {
    const url = searchUrl('https://s.example/x/', 'a & b', { tag: ['c d', 'e'] }, { limit: 4 });
    same(url, 'https://s.example/x/api/v1/search?q=a+%26+b&typing=true&limit=4&tag=c+d&tag=e');
  },

  'text is cut at its highlights'() {
    same(cut('the field', [[4, 9]]), [['the ', false], ['field', true]]);
    same(cut('ab', []), [['ab', false]]);
    same(cut('', [[0, 4]]), []);
  },

  'highlights that overlap or lie outside are cut to fit'() {
    same(cut('abcdef', [[1, 4], [2, 5], [5, 99], [200, 300]]), [['a', false], ['bcd', true], ['e', true], ['f', true]]);
    same(cut('ab', undefined), [['ab', false]]);
  },

  'arrows go through all options and out at the ends'() {
    const groups = [0, 0, 1, 2];
    same([-1, 0, 3].map((at) => moved('ArrowDown', at, groups)), [0, 1, -1]);
    same([-1, 0, 3].map((at) => moved('ArrowUp', at, groups)), [3, -1, 2]);
    same(moved('ArrowDown', -1, []), -1);
  },

  'page keys go by post'() {
    const groups = [0, 0, 1, 1, 2];
    same([-1, 0, 1, 3, 4].map((at) => moved('PageDown', at, groups)), [0, 2, 2, 4, 4]);
    same([4, 3, 1, -1].map((at) => moved('PageUp', at, groups)), [2, 0, 0, -1]);
  },

  'other keys move nothing'() {
    same(moved('Home', 1, [0, 0]), undefined);
  },

  'only addresses of the web are followed'() {
    same(webAddress('/a#b', 'https://blog.example/c'), 'https://blog.example/a#b');
    same(['javascript:alert(1)', ' JavaScript:alert(1)', 'data:text/html,x', 'http://['].map((url) => webAddress(url, 'https://b.example')), [null, null, null, null]);
  },

  'a text fragment follows the anchor'() {
    const section = { url: 'https://b.example/p#a', textFragment: 'x%20y' };
    same(sectionUrl(section), 'https://b.example/p#a:~:text=x%20y');
    same(sectionUrl({ ...section, url: 'https://b.example/p' }), 'https://b.example/p#:~:text=x%20y');
    same(sectionUrl(section, undefined, true), 'https://b.example/p#a');
  },

  async 'an answer is asked for once'() {
    let asked = 0;
    const shown = [];
    const requests = new Requests(async (url) => (asked++, url), (answer) => shown.push(answer), () => {}, { pace: 0 });
    for (const url of ['a', 'b', 'a']) {
      requests.ask(url);
      await soon(10);
    }
    same([asked, shown], [2, ['a', 'b', 'a']]);
  },

  async 'what is forgotten is not shown'() {
    const shown = [];
    const requests = new Requests(async (url) => url, (answer) => shown.push(answer), () => {});
    requests.ask('a');
    requests.forget();
    await soon(10);
    same(shown, []);
  },
};
