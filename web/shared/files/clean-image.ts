/** Longest edge in pixels: a scale's display stays readable, and a photograph stays below a megabyte. */
const LONGEST_EDGE = 2_400;
const JPEG_QUALITY = 0.86;

/** A picture without metadata and not larger than it has to be; null when the browser cannot read it. */
export async function cleanImage(file: Blob): Promise<Blob | null> {
  const bitmap = await createImageBitmap(file).catch(() => null);
  if (!bitmap) return null;
  const scale = Math.min(1, LONGEST_EDGE / Math.max(bitmap.width, bitmap.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(bitmap.width * scale);
  canvas.height = Math.round(bitmap.height * scale);
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  bitmap.close();
  const type = file.type === 'image/png' ? 'image/png' : 'image/jpeg';
  return new Promise((resolve) => canvas.toBlob(resolve, type, JPEG_QUALITY));
}
