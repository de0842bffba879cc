'use strict';
// Draws each chart from the table below it, and offers tables as CSV. Nothing is fetched, stored or sent.
(() => {
  const colour = tone => getComputedStyle(document.documentElement).getPropertyValue('--' + tone).trim();
  const number = (cell, name = 'v') =>
    cell && cell.dataset[name] !== undefined ? Number(cell.dataset[name]) : null;
  const tidy = value =>
    value.toLocaleString('en-US', {maximumSignificantDigits: 4}).replace('-', '−');
  const contract = (name, tone) => ({'TaaS': 'taas', 'IaaS': 'iaas', 'TaaS − IaaS': 'difference'})[name] || tone;
  const charts = [];

  // ---- what is drawn

  function draw(figure) {
    const spec = JSON.parse(figure.dataset.chart);
    const table = figure.querySelector('table');
    const headers = [...table.tHead.rows[0].cells].map(cell => cell.textContent);
    const rows = [...table.tBodies[0].rows].slice(0, spec.rows).map(row => [...row.cells]);
    const chart = echarts.init(figure.querySelector('.plot'), null, {renderer: 'svg'});
    const one = {figure, spec, headers, rows, chart, hidden: new Set(), narrow: isNarrow(figure)};
    charts.push(one);
    keys(one);
    paint(one);
    new ResizeObserver(() => fit(one)).observe(figure.querySelector('.plot'));
  }

  const isNarrow = figure => figure.clientWidth < 560;

  // A telephone that is turned needs its labels broken anew; else the same picture in another size will do.
  function fit(one) {
    const narrow = isNarrow(one.figure);
    if (narrow === one.narrow) {
      one.chart.resize();
    } else {
      one.narrow = narrow;
      requestAnimationFrame(() => paint(one));
    }
  }

  function paint(one) {
    const {spec, rows, chart, hidden, figure, narrow} = one;
    const names = rows.map(row => row[0].textContent);
    const seen = spec.series.filter(series => !hidden.has(series.name));
    const free = spec.flat || spec.x.run !== 'categories';
    const along = axis(spec.x, names, free, false);
    const up = spec.flat ? categories(names, narrow) : axis(spec.y, names, free, true);
    if (!spec.flat && spec.x.run !== 'categories') up.axisLine.onZero = false;
    if (spec.flat) {
      const lines = Math.max(...names.map(name => Math.ceil(name.length / (narrow ? 14 : 38))));
      figure.querySelector('.plot').style.height = `calc(max(9rem, 5.5rem + ${rows.length} * max(2.1rem, ${lines * 13 + 6}px)))`;
    }
    chart.resize();
    chart.setOption({
      animation: false,
      textStyle: {color: colour('ink'), fontFamily: getComputedStyle(document.body).fontFamily},
      grid: {left: 8, right: spec.x.run === 'log' ? 36 : 20, top: spec.flat ? 8 : 34, bottom: spec.flat ? 34 : 30, containLabel: true},
      tooltip: tooltip(one, seen),
      xAxis: along,
      yAxis: up,
      series: seen.flatMap(series => shapes(one, series)),
    }, {notMerge: true});
  }

  // A free axis need not begin at zero.
  function axis(a, names, free, upright) {
    const look = {
      nameTextStyle: {color: colour('soft'), align: upright ? 'left' : 'center', padding: upright ? [0, 0, 0, -30] : 0},
      axisLabel: {color: colour('soft'), hideOverlap: true},
      axisLine: {show: true, lineStyle: {color: colour('soft')}},
      splitLine: {lineStyle: {color: colour('line'), opacity: 0.7}},
      name: a.name, nameLocation: upright ? 'end' : 'middle', nameGap: upright ? 14 : 28,
    };
    if (a.run === 'categories') {
      return {...look, type: 'category', data: names, boundaryGap: true, splitLine: {show: false}};
    }
    look.axisLabel.formatter = value => tidy(value * a.factor);
    return {...look, type: a.run === 'log' ? 'log' : 'value', scale: free, ...(a.run === 'log' ? {max: 'dataMax'} : {}),
      ...(a.from === undefined ? {} : {min: extent => extent.min < a.from ? a.from : null})};
  }

  function categories(names, narrow) {
    return {type: 'category', data: names, inverse: true, axisTick: {show: false},
      axisLabel: {color: colour('ink'), width: narrow ? 110 : 260, overflow: 'break', interval: 0, lineHeight: 13,
        formatter: name => narrow ? name.replace(/\.(?=\S)/g, '.\n') : name},
      axisLine: {lineStyle: {color: colour('soft')}}};
  }

  // ---- shapes; each reads its columns of the table

  function shapes(one, series) {
    const {spec, rows} = one;
    const tone = colour(series.tone);
    const grid = spec.x.run === 'categories' || spec.flat;
    const at = grid ? series.columns : series.columns.slice(1);
    const place = (row, i) => grid ? i : number(row[series.columns[0]]);
    const base = {name: series.name, color: tone};
    switch (series.shape) {
      case 'line':
      case 'dashes': {
        const points = rows.map((row, i) => [place(row, i), number(row[at[0]])]).filter(point => point[1] !== null);
        const label = at.length > 1
          ? {show: true, position: 'top', color: colour('ink'), formatter: p => rows[p.dataIndex][at[1]].textContent + unit(one, at[1])} : {};
        const halo = spec.series.some(other => other.shape.endsWith('pile'))
          ? [{type: 'line', data: points, silent: true, symbol: 'none', z: 4, lineStyle: {width: 5, color: colour('page')}}] : [];
        return [...halo, {...base, type: 'line', data: points, markLine: zero(one, points), symbol: grid ? 'none' : 'circle', symbolSize: 6, label, labelLayout: {hideOverlap: true}, z: 5,
          lineStyle: {width: 2.5, type: series.shape === 'dashes' ? 'dashed' : 'solid', color: tone}}];
      }
      case 'band': return [band(base, rows, place, at, 0.18)];
      case 'core': return [band(base, rows, place, at, 0.3)];
      case 'dot': return dots(one, base, at[0], series);
      case 'span': return [spans(base, rows, at)];
      case 'step': return [steps(base, rows, at)];
      case 'box': return [boxes(base, rows, at, series.tone)];
      default: return [{...base, type: 'bar', stack: series.shape, data: rows.map(row => number(row[at[0]])),
        itemStyle: {color: tone, borderColor: colour('soft'), borderWidth: 0.5}}];
    }
  }

  // What stands after the comma of a header.
  function unit({headers}, column) {
    const end = headers[column].lastIndexOf(', ');
    return end < 0 ? '' : ' ' + headers[column].slice(end + 2);
  }

  // A line where money is neither won nor lost.
  function zero({spec}, points) {
    const values = points.map(point => point[0]);
    const there = spec.x.run === 'linear' && Math.min(...values) < 0 && Math.max(...values) > 0;
    return there ? {silent: true, symbol: 'none', label: {show: false}, data: [{xAxis: 0}],
      lineStyle: {color: colour('soft'), type: 'solid', width: 1}} : undefined;
  }

  // Between two columns, or over the intervals of one.
  function band(base, rows, place, [low, high], opacity) {
    const end = (row, name, column) =>
      high === undefined && row[low].dataset[name] !== undefined ? number(row[low], name) : number(row[column]);
    const data = rows.map((row, i) => [place(row, i), end(row, 'low', low), end(row, 'high', high === undefined ? low : high)])
      .filter(point => point[1] !== null && point[2] !== null);
    return {...base, type: 'custom', data, silent: true, clip: true, encode: {x: 0, y: [1, 2]}, z: 2,
      renderItem: (params, api) => params.dataIndex > 0 ? null : {
        type: 'polygon', style: {fill: base.color, opacity},
        shape: {points: [...data.map(p => api.coord([p[0], p[1]])), ...data.map(p => api.coord([p[0], p[2]])).reverse()]},
      }};
  }

  // Dots of several series stand one below the other in a row, each with its interval.
  function dots(one, base, column, series) {
    const several = one.spec.series.filter(other => other.shape === 'dot');
    const shift = (several.indexOf(several.find(other => other.name === series.name)) - (several.length - 1) / 2) * 9;
    const data = one.rows.map((row, i) => [number(row[column]), i, number(row[column], 'low'), number(row[column], 'high')])
      .filter(point => point[0] !== null);
    return [{...base, type: 'custom', data, encode: {x: [0, 2, 3], y: 1}, z: 4,
      renderItem: (params, api) => {
        const point = data[params.dataIndex];
        const [x, y] = api.coord([point[0], point[1]]);
        const whisker = point[2] === null ? [] : [{type: 'line', style: {stroke: base.color, lineWidth: 2},
          shape: {x1: api.coord([point[2], point[1]])[0], x2: api.coord([point[3], point[1]])[0], y1: y + shift, y2: y + shift}}];
        return {type: 'group', children: [...whisker,
          {type: 'circle', shape: {cx: x, cy: y + shift, r: 4.5}, style: {fill: base.color}}]};
      }}];
  }

  function spans(base, rows, [from, to]) {
    const data = rows.map((row, i) => [number(row[from]), number(row[to]), i])
      .filter(point => point[0] !== null && point[1] !== null);
    return {...base, type: 'custom', data, encode: {x: [0, 1], y: 2}, z: 4,
      renderItem: (params, api) => {
        const point = data[params.dataIndex];
        const [x1, y] = api.coord([point[0], point[2]]);
        const x2 = api.coord([point[1], point[2]])[0];
        return {type: 'group', children: [
          {type: 'rect', shape: {x: Math.min(x1, x2), y: y - 5, width: Math.abs(x2 - x1), height: 10},
            style: {fill: base.color, opacity: 0.55}},
          {type: 'circle', shape: {cx: x1, cy: y, r: 5}, style: {fill: colour('page'), stroke: base.color, lineWidth: 2}},
          {type: 'circle', shape: {cx: x2, cy: y, r: 5}, style: {fill: base.color}}]};
      }};
  }

  // From one level to the next, or from zero where the first is not there.
  function steps(base, rows, [from, to]) {
    const data = rows.map((row, i) => [number(row[from]) || 0, number(row[to]), i, number(row[from]) === null]);
    return {...base, type: 'custom', data, encode: {x: [0, 1], y: 2}, z: 4,
      renderItem: (params, api) => {
        const [start, end, i, whole] = data[params.dataIndex];
        const [x1, y] = api.coord([start, i]);
        const x2 = api.coord([end, i])[0];
        const fill = whole ? base.color : colour(end < start ? 'loss' : 'gain');
        return {type: 'rect', style: {fill}, shape: {x: Math.min(x1, x2), y: y - 8, width: Math.max(1, Math.abs(x2 - x1)), height: 16}};
      }};
  }

  function boxes(base, rows, at, other) {
    const data = rows.map(row => {
      const tone = colour(contract(row[0].textContent, other));
      return {value: at.map(column => number(row[column])),
        itemStyle: {color: tone + '55', borderColor: tone, borderWidth: 2}};
    });
    return {...base, type: 'boxplot', data, boxWidth: [12, 26]};
  }

  // ---- hover: the words of the table

  function tooltip(one, seen) {
    const {spec, headers, rows} = one;
    const grid = spec.x.run === 'categories' || spec.flat;
    const names = rows.map(row => row[0].textContent);
    const shown = [...new Set(seen.flatMap(series => series.columns))].sort((a, b) => a - b).filter(column => column > 0);
    const words = index => {
      const box = document.createElement('div');
      const line = (text, bold) => {
        const p = box.appendChild(document.createElement(bold ? 'strong' : 'div'));
        p.textContent = text;
      };
      line((grid ? '' : headers[0] + ': ') + rows[index][0].textContent, true);
      shown.forEach(column => line(headers[column] + ': ' + rows[index][column].textContent, false));
      return box;
    };
    return {
      trigger: grid ? 'axis' : 'item', axisPointer: {type: 'shadow', axis: spec.flat ? 'y' : 'x'}, confine: true,
      backgroundColor: colour('page'), borderColor: colour('line'), textStyle: {color: colour('ink'), fontSize: 12},
      formatter: given => words(grid ? names.indexOf(given[0].axisValue) : given.dataIndex),
    };
  }

  // ---- legend: buttons, so that a keyboard and a screen reader reach them

  function keys(one) {
    const names = [...new Set(one.spec.series.map(series => series.name))];
    const place = one.figure.querySelector('.keys');
    if (names.length < 2) return;
    names.forEach(name => {
      const button = place.appendChild(document.createElement('button'));
      button.type = 'button';
      button.setAttribute('aria-pressed', 'true');
      const spot = button.appendChild(document.createElement('i'));
      spot.style.background = 'var(--' + one.spec.series.find(series => series.name === name).tone + ')';
      button.append(name);
      button.addEventListener('click', () => {
        if (!one.hidden.delete(name)) one.hidden.add(name);
        button.setAttribute('aria-pressed', String(!one.hidden.has(name)));
        paint(one);
      });
    });
  }

  // ---- tables as CSV, RFC 4180; no spreadsheet takes a text for a formula

  function csv(table) {
    const rows = [...table.tBodies[0].rows].map(row => [...row.cells]);
    const headers = [...table.tHead.rows[0].cells].map(cell => cell.textContent);
    const ranged = headers.map((_, i) => rows.some(row => row[i].dataset.low !== undefined));
    const scaled = (cell, name) => {
      const value = number(cell, name);
      return value === null ? '' : String(Number((value * Number(cell.dataset.factor)).toPrecision(15)));
    };
    const quoted = text => '"' + (/^[=+\-@\t\r]/.test(text) ? "'" : '') + text.replaceAll('"', '""') + '"';
    const lines = [headers.flatMap((header, i) => ranged[i]
      ? [quoted(header), quoted(header + ', low'), quoted(header + ', high')] : [quoted(header)])];
    rows.forEach(row => lines.push(row.flatMap((cell, i) => {
      const value = cell.dataset.v === undefined ? quoted(cell.textContent) : scaled(cell, 'v');
      return ranged[i] ? [value, scaled(cell, 'low'), scaled(cell, 'high')] : [value];
    })));
    return lines.map(line => line.join(',')).join('\r\n') + '\r\n';
  }

  function offer(button) {
    const table = button.parentElement.querySelector('table');
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([csv(table)], {type: 'text/csv'}));
    link.download = table.dataset.name.replace(/[^A-Za-z0-9]+/g, '-') + '.csv';
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  }

  // ---- the page

  const root = document.documentElement;
  const repaint = () => charts.forEach(paint);
  const dark = matchMedia('(prefers-color-scheme: dark)');
  document.querySelectorAll('button.csv').forEach(button => {
    if (button.parentElement.tagName !== 'DETAILS') {
      const wrap = document.createElement('div');
      button.previousElementSibling.before(wrap);
      wrap.append(wrap.nextElementSibling, button);
    }
    button.addEventListener('click', () => offer(button));
  });
  document.getElementById('theme').addEventListener('click', () => {
    const now = root.dataset.theme || (dark.matches ? 'dark' : 'light');
    root.dataset.theme = now === 'dark' ? 'light' : 'dark';
    repaint();
  });
  dark.addEventListener('change', repaint);
  addEventListener('beforeprint', () => {
    root.dataset.before = root.dataset.theme || '';
    root.dataset.theme = 'light';
    root.classList.add('paper');
    repaint();
  });
  addEventListener('afterprint', () => {
    root.classList.remove('paper');
    if (root.dataset.before) root.dataset.theme = root.dataset.before; else delete root.dataset.theme;
    repaint();
  });
  document.querySelectorAll('figure[data-chart]').forEach(draw);
})();
