import type { JsonObject } from '@millrace/workflow-model';

/** A file as nodes hand files on. @throws when the browser cannot read it */
export async function fileValue(file: File): Promise<JsonObject> {
  const address = await addressOf(file);
  return {
    fileName: file.name,
    mimeType: file.type === '' ? 'application/octet-stream' : file.type,
    bytes: file.size,
    base64: address.slice(address.indexOf(',') + 1),
  };
}

/** `data:<type>;base64,<content>` */
function addressOf(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(new Error(`${file.name} could not be read.`, { cause: reader.error }));
    reader.readAsDataURL(file);
  });
}
