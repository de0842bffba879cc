// Charts without a picture, or with a series whose colour is nowhere in it.
(() => {
  const colour = name => getComputedStyle(document.documentElement).getPropertyValue('--' + name).trim().toLowerCase();
  const tones = series => ({box: ['taas', 'iaas', 'difference'], step: ['gain', 'loss', series.tone]})[series.shape] || [series.tone];
  return [...document.querySelectorAll('figure[data-chart]')].flatMap(figure => {
    const title = figure.querySelector('h3').textContent;
    const svg = figure.querySelector('.plot svg');
    if (!svg || svg.getBoundingClientRect().height < 50) return [title + ': nothing'];
    const drawn = [...svg.querySelectorAll('path, circle, rect, line, polygon')]
      .flatMap(shape => [shape.getAttribute('fill'), shape.getAttribute('stroke')]).map(c => (c || '').toLowerCase());
    return JSON.parse(figure.dataset.chart).series
      .filter(series => !tones(series).some(tone => drawn.includes(colour(tone))))
      .map(series => title + ': ' + series.name);
  });
})()
