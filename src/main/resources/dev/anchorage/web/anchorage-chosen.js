// Comes after the search box when the service keeps a query log: tells it the rank of the post that was chosen.
addEventListener('anchorage:select', ({ target, detail: { query, url } }) => {
  const rank = [...target.list.children].findIndex((post) => [...post.querySelectorAll('a')].some(({ href }) => href === url)) + 1;
  if (rank) navigator.sendBeacon(new URL(`api/v1/chosen?${new URLSearchParams({ q: query, rank })}`, import.meta.url));
});
