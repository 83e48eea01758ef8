/** A chart of the page as a picture that stands alone: its own colours instead of the page's. */

/** Pixels of a picture for each of the page's. */
const sharpness = 2;

export interface Picture {
  readonly svg: string;
  /** Drawn as PNG. @throws Error where the browser cannot. */
  png(): Promise<Blob>;
}

/** The SVG with the ink and the ground of `page`. */
export function pictureOf(svg: string, page: Element): Picture {
  const style = getComputedStyle(page);
  const ground = style.backgroundColor;
  const alone = svg
    .replaceAll('currentColor', style.color)
    .replace('<svg ', `<svg xmlns="http://www.w3.org/2000/svg" `)
    .replace(/(<svg[^>]*>)/, `$1<rect width="100%" height="100%" fill="${ground}"/>`);
  return { svg: alone, png: () => drawPng(alone) };
}

async function drawPng(svg: string): Promise<Blob> {
  const image = new Image();
  // a data address: the page's content policy allows no blobs as images
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = image.naturalWidth * sharpness;
  canvas.height = image.naturalHeight * sharpness;
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture was made'))));
  });
}
