// While a large picture is moved, the last whole frame is moved instead of drawing a hundred thousand nodes anew; around it lies a coarse
// picture of the whole, so that no edge of it is bare.
GG.moving = (() => {
  const MANY = 6000; // nodes and links above which drawing takes longer than a frame
  const SETTLED = 200; // ms without a movement after which everything is drawn again
  const SIDE = 1600; // longest side of the coarse picture, in pixels
  const ROOM = 60;

  // A scene's nodes as squares and its links as one path, from far: shapes and names could not be told anyway.
  function paint(scene, byId) {
    const box = GG.scene.bounds(scene.nodes);
    const [width, height] = [box.x1 - box.x0 + 2 * ROOM, box.y1 - box.y0 + 2 * ROOM];
    const scale = Math.min(1, SIDE / Math.max(width, height));
    const canvas = document.createElement("canvas");
    canvas.width = Math.ceil(width * scale);
    canvas.height = Math.ceil(height * scale);
    const ctx = canvas.getContext("2d");
    ctx.setTransform(scale, 0, 0, scale, (ROOM - box.x0) * scale, (ROOM - box.y0) * scale);
    GG.scene.drawGround(ctx, scene);
    ctx.strokeStyle = scene.look.line;
    ctx.lineWidth = 0.6 / scale;
    ctx.beginPath();
    for (const { from, to } of scene.links) {
      const [a, b] = [byId.get(from), byId.get(to)];
      if (Math.hypot(a.x - b.x, a.y - b.y) * scale < 2) continue;
      ctx.moveTo(a.x, a.y);
      ctx.lineTo(b.x, b.y);
    }
    ctx.stroke();
    for (const node of scene.nodes) {
      ctx.globalAlpha = node.dim ? 0.16 : 1;
      ctx.fillStyle = node.fill;
      const r = Math.max(GG.scene.drawn(node, scale), 0.7 / scale);
      ctx.fillRect(node.x - r, node.y - r, 2 * r, 2 * r);
    }
    return { canvas, x: box.x0 - ROOM, y: box.y0 - ROOM, width: canvas.width / scale, height: canvas.height / scale };
  }

  // redraw: draws the picture once more.
  function make(redraw) {
    let [whole, frame, timer, later, heavy] = [null, null, 0, 0, false];
    const self = {
      now: false, // whether to draw the pictures instead of the scene
      show(scene, byId) {
        self.stop();
        [whole, frame, heavy] = [null, null, scene.nodes.length + scene.links.length > MANY];
        if (heavy) later = setTimeout(() => { whole = paint(scene, byId); }, 400);
      },
      stop() {
        clearTimeout(timer);
        clearTimeout(later);
        self.now = false;
      },
      moved() {
        if (!heavy || !frame) return;
        self.now = true;
        clearTimeout(timer);
        timer = setTimeout(() => { self.now = false; redraw(); }, SETTLED);
      },
      // Keeps the frame that was just drawn. camera: {x, y, k}; width, height: of the window in CSS pixels.
      keep(canvas, camera, width, height) {
        if (!heavy) return;
        if (!frame) frame = { canvas: document.createElement("canvas") };
        if (frame.canvas.width !== canvas.width || frame.canvas.height !== canvas.height) [frame.canvas.width, frame.canvas.height] = [canvas.width, canvas.height];
        const ctx = frame.canvas.getContext("2d");
        ctx.clearRect(0, 0, canvas.width, canvas.height);
        ctx.drawImage(canvas, 0, 0);
        Object.assign(frame, { x: camera.x - width / 2 / camera.k, y: camera.y - height / 2 / camera.k, width: width / camera.k, height: height / camera.k });
      },
      // In network coordinates.
      draw(ctx) {
        if (whole) {
          ctx.drawImage(whole.canvas, whole.x, whole.y, whole.width, whole.height);
          ctx.clearRect(frame.x, frame.y, frame.width, frame.height);
        }
        ctx.drawImage(frame.canvas, frame.x, frame.y, frame.width, frame.height);
      },
    };
    return self;
  }

  return { make };
})();
