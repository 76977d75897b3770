// Comes after the search box when the service keeps a query log: tells it the rank of the post that was chosen.
addEventListener('anchorage:select', ({ target, detail: { query, url } }) => {
  const rank = [...target.list.children].findIndex((post) => [...post.querySelectorAll('a')].some(({ href }) => href === url)) + 1;
  const told = new URLSearchParams({ q: query, rank });
  if (target.hasAttribute('site')) told.set('site', target.getAttribute('site'));
  if (rank) navigator.sendBeacon(new URL(`api/v1/chosen?${told}`, import.meta.url));
});
