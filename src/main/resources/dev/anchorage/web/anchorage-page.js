/**
 * Lets the results page follow what is typed. Without it the page works the same, by loading anew.
 *
 * The server renders; this takes the results out of the page it sends. The address follows each key, and a finished query
 * (Enter, or a pause) leaves an entry in the history.
 */
import { Requests } from './anchorage-search.js';

const PAUSE = 1500;
const form = document.getElementById('search');
const input = form.elements.q;
let isFinished = true;
let isBroken = false;
let finishing;
/** Where Back has to scroll once its results are shown. */
let returnTo;

/** A document parsed by the browser as a page of this server: nothing in it runs. */
const loadPage = (url) => new Promise((resolve, reject) => {
  const request = new XMLHttpRequest();
  request.open('GET', url);
  request.responseType = 'document';
  request.setRequestHeader('Accept', 'text/html');
  request.timeout = 8000;
  request.onload = () => (request.response ? resolve(request.response) : reject(new Error('no page')));
  request.onerror = request.ontimeout = () => reject(new Error('no answer'));
  request.send();
});

const live = document.createElement('p');
live.className = 'hidden';
live.setAttribute('role', 'status');
document.body.append(live);

const show = (page) => {
  document.title = page.title;
  const results = document.adoptNode(page.getElementById('results').cloneNode(true));
  document.getElementById('results').replaceWith(results);
  live.textContent = results.querySelector('.summary').textContent.replace(/\s+/g, ' ').trim();
  if (returnTo !== undefined) window.scrollTo(0, returnTo);
  returnTo = undefined;
};

const fail = () => {
  isBroken = true;
  live.textContent = 'The search can’t be reached. Press Enter to try again.';
  live.className = '';
};

/** No answer counts as come while a hit is pressed: the click would be lost with it. */
const released = async () => {
  while (document.querySelector('#results:active')) await new Promise(requestAnimationFrame);
};

const requests = new Requests((url) => loadPage(url).finally(released), (page) => {
  isBroken = false;
  live.className = 'hidden';
  show(page);
}, fail);

const address = () => {
  const parameters = [...new FormData(form)].filter(([, value]) => value);
  const query = new URLSearchParams(parameters).toString();
  return query ? `/search?${query}` : '/';
};

const finish = () => {
  clearTimeout(finishing);
  isFinished = true;
};

const typed = () => {
  const url = address();
  if (url === location.pathname + location.search) return;
  if (isFinished) {
    history.replaceState({ top: window.scrollY }, '');
    history.pushState({}, '', url);
  } else {
    history.replaceState({}, '', url);
  }
  isFinished = false;
  clearTimeout(finishing);
  finishing = setTimeout(finish, PAUSE);
  requests.ask(new URL(url, location).href);
};

const goBack = ({ state }) => {
  finish();
  const parameters = new URLSearchParams(location.search);
  for (const name of ['q', 'after', 'before', 'sort']) form.elements[name].value = parameters.get(name) ?? '';
  returnTo = state?.top ?? 0;
  requests.ask(location.href);
};

form.addEventListener('input', (event) => event.isComposing || typed());
form.addEventListener('compositionend', typed);
form.addEventListener('submit', (event) => {
  if (isBroken) return;
  event.preventDefault();
  typed();
  finish();
});
window.addEventListener('popstate', goBack);
// Browsers note where a page is scrolled a while later; who scrolls and chooses at once would come back to its top.
document.addEventListener('click', ({ target }) => target.closest('a') && history.replaceState({ top: window.scrollY }, ''));
if (history.state?.top) window.scrollTo(0, history.state.top);
