// The outlines of the node shapes, once for canvas and SVG. A shape is a list of points around (0, 0) with radius about 1; null is a circle.
GG.shapes = (() => {
  const ring = (corners, turn, radius = 1) => Array.from({ length: corners }, (_, i) => {
    const angle = turn + (i * 2 * Math.PI) / corners;
    return [radius * Math.cos(angle), radius * Math.sin(angle)];
  });
  const star = ring(10, -Math.PI / 2).map(([x, y], i) => (i % 2 ? [x * 0.52, y * 0.52] : [x * 1.12, y * 1.12]));
  const outlines = {
    dot: null, square: [[-0.86, -0.86], [0.86, -0.86], [0.86, 0.86], [-0.86, 0.86]], diamond: [[0, -1.15], [1, 0], [0, 1.15], [-1, 0]],
    triangle: [[0, -1.12], [1.03, 0.78], [-1.03, 0.78]], triangleDown: [[0, 1.12], [1.03, -0.78], [-1.03, -0.78]], star,
    hexagon: ring(6, 0, 1.05), box: [[-0.72, -1], [0.32, -1], [0.72, -0.6], [0.72, 1], [-0.72, 1]], // a sheet with a corner turned down
  };

  function trace(ctx, shape, x, y, r) {
    ctx.beginPath();
    const points = outlines[shape];
    if (!points) { ctx.arc(x, y, r, 0, 2 * Math.PI); return; }
    ctx.moveTo(x + points[0][0] * r, y + points[0][1] * r);
    for (let i = 1; i < points.length; i++) ctx.lineTo(x + points[i][0] * r, y + points[i][1] * r);
    ctx.closePath();
  }

  function element(document, shape, x, y, r) {
    const points = outlines[shape];
    const made = document.createElementNS("http://www.w3.org/2000/svg", points ? "polygon" : "circle");
    if (points) made.setAttribute("points", points.map(([px, py]) => `${(x + px * r).toFixed(1)},${(y + py * r).toFixed(1)}`).join(" "));
    else { made.setAttribute("cx", x.toFixed(1)); made.setAttribute("cy", y.toFixed(1)); made.setAttribute("r", r.toFixed(1)); }
    return made;
  }

  function icon(shape, colour, size = 16) {
    const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    svg.setAttribute("viewBox", "-10 -10 20 20");
    svg.setAttribute("width", size);
    svg.setAttribute("height", size);
    svg.setAttribute("aria-hidden", "true");
    const mark = element(document, shape, 0, 0, 7.5);
    mark.setAttribute("fill", colour);
    mark.setAttribute("class", "mark");
    svg.append(mark);
    return svg;
  }

  return { trace, element, icon };
})();
