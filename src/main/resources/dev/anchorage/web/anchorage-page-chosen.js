// Comes after the results page's script when the service keeps a query log: tells it the rank of the post that was chosen.
document.addEventListener('click', ({ target }) => {
  const asked = new URLSearchParams(location.search);
  const post = target.closest('#results article :is(h2, li) a')?.closest('article');
  if (!post || !asked.get('q')) return;
  const rank = Number(asked.get('offset')) + [...document.querySelectorAll('#results article')].indexOf(post) + 1;
  const told = new URLSearchParams({ q: asked.get('q'), rank });
  for (const site of asked.getAll('site')) told.append('site', site);
  navigator.sendBeacon(`/api/v1/chosen?${told}`);
});
