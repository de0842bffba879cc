// Texts whose contrast with what lies behind them is less than WCAG 2.2 AA asks: 4.5, or 3 where they are large.
(() => {
  const channels = text => (text.match(/[\d.]+/g) || []).map(Number);
  const parse = text => {
    if (text.startsWith('#')) return [1, 3, 5].map(i => parseInt(text.slice(i, i + 2), 16));
    const [r, g, b, a] = channels(text);
    return a === 0 ? null : [r, g, b];
  };
  const luminance = rgb => {
    const [r, g, b] = rgb.map(v => v / 255).map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ground = element => {
    for (let e = element; e; e = e.parentElement) {
      const rgb = parse(getComputedStyle(e).backgroundColor);
      if (rgb) return rgb;
    }
    return [255, 255, 255];
  };
  const contrast = (a, b) => {
    const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y);
    return (high + 0.05) / (low + 0.05);
  };
  const pale = new Set();
  const judge = (element, text, rgb) => {
    const style = getComputedStyle(element);
    const size = parseFloat(style.fontSize);
    const large = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
    const ratio = contrast(rgb, ground(element));
    if (ratio < (large ? 3 : 4.5)) pale.add(ratio.toFixed(2) + ' ' + element.tagName + ' ' + text.trim().slice(0, 60));
  };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    if (!node.data.trim() || ['SCRIPT', 'STYLE'].includes(element.tagName) || !element.getClientRects().length) continue;
    const svg = element.closest('svg');
    judge(element, node.data, parse(svg ? element.getAttribute('fill') || getComputedStyle(element).fill : getComputedStyle(element).color));
  }
  return [...pale];
})()
