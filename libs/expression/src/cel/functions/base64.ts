import type { Environment } from '@marcbachmann/cel-js';
import { decodeBase64, encodeBase64, utf8Bytes, utf8Text } from '../bytes';
import { currentRun } from '../current-run';
import { fault } from '../fault';
import { declare } from './declare';

/** Base64 of text and bytes. */
export function declareBase64(environment: Environment): void {
  declare(
    environment,
    { signature: 'base64Encode(string): string', description: 'Base64 of the text in UTF-8.' },
    (text: string) => {
      currentRun().meter.spend(text.length / 8);
      return encodeBase64(utf8Bytes(text));
    },
  );
  declare(
    environment,
    { signature: 'base64Encode(bytes): string', description: 'Base64 of bytes.' },
    (bytes: Uint8Array) => {
      currentRun().meter.spend(bytes.length / 8);
      return encodeBase64(bytes);
    },
  );
  declare(
    environment,
    { signature: 'base64Decode(string): string', description: 'The UTF-8 text that base64 (or base64url) stands for.' },
    (encoded: string) => {
      currentRun().meter.spend(encoded.length / 8);
      const bytes = decodeBase64(encoded);
      if (bytes === undefined) throw fault('INVALID_ARGUMENT', 'base64Decode: the text is no base64.');
      const text = utf8Text(bytes);
      if (text === undefined) throw fault('INVALID_ARGUMENT', 'base64Decode: what is encoded is no text in UTF-8.');
      return text;
    },
  );
}
