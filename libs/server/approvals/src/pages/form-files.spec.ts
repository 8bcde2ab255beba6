import type { JsonObject } from '@millrace/workflow-model';
import { fieldsHtml, fieldsIn, readFields } from './form-fields';
import type { SentFile } from './form-files';

const MB = 1024 * 1024;

function fileOf(facts: Partial<SentFile> = {}): SentFile {
  const content = facts.content ?? Buffer.from('bill');
  return {
    ...{ field: 'x', fileName: 'bill.pdf', mimeType: 'application/pdf', bytes: content.length, content },
    ...facts,
  };
}

/** The value, or what is wrong with it. */
function read(field: JsonObject, files: readonly SentFile[], maxBytes = 5 * MB) {
  const { values, errors } = readFields(fieldsIn([{ name: 'x', kind: 'file', ...field }]), {}, { files, maxBytes });
  return errors['x'] ?? values['x'];
}

const BILL = { fileName: 'bill.pdf', mimeType: 'application/pdf', bytes: 4, base64: 'YmlsbA==' };

describe('files of a form', () => {
  it('are values as nodes hand files on: one, or a list', () => {
    expect(read({}, [fileOf()])).toEqual(BILL);
    expect(read({}, [])).toBeNull();
    expect(read({ multiple: true }, [])).toEqual([]);
    expect(read({ multiple: true }, [fileOf(), fileOf({ fileName: 'b.pdf' })])).toEqual([
      BILL,
      { ...BILL, fileName: 'b.pdf' },
    ]);
    expect(read({}, [fileOf({ field: 'other' })])).toBeNull();
  });

  it.each<[JsonObject, Partial<SentFile>[], string]>([
    [{ required: true }, [], 'Choose a file.'],
    [{}, [{}, {}], 'Choose one file.'],
    [{ multiple: true }, Array.from({ length: 11 }, () => ({})), 'Choose at most 10 files.'],
    [{}, [{ content: Buffer.alloc(0) }], '“bill.pdf” is empty.'],
    [{}, [{ bytes: 5 * MB + 1 }], '“bill.pdf” has 5.1 MB; at most 5 MB are taken.'],
    [{ maxMegabytes: 2 }, [{ bytes: 3 * MB }], '“bill.pdf” has 3 MB; at most 2 MB are taken.'],
    [{ maxMegabytes: 16 }, [{ bytes: 6 * MB }], '“bill.pdf” has 6 MB; at most 5 MB are taken.'],
    [{ accept: 'image/*, .txt' }, [{}], '“bill.pdf” is of another kind. Choose image/* or .txt.'],
    [{ accept: '.pdf' }, [{ fileName: 'bill.pdf.exe' }], '“bill.pdf.exe” is of another kind. Choose .pdf.'],
    [{ multiple: true }, [{ bytes: 3 * MB }, { bytes: 3 * MB }], 'All files together have 6 MB; this form takes 5 MB.'],
  ])('%j says what is wrong', (field, files, message) => {
    expect(read(field, files.map(fileOf))).toBe(message);
  });

  it.each(['.pdf', '.PDF', 'application/pdf', 'application/*', 'image/*,.pdf', 'image/* .pdf'])(
    'takes what %s asks for',
    (accept) => {
      expect(read({ accept }, [fileOf({ fileName: 'Bill.Pdf', mimeType: 'application/PDF' })])).toMatchObject({
        fileName: 'Bill.Pdf',
        mimeType: 'application/pdf',
      });
    },
  );

  it('have names without folders, and types that are none are bytes', () => {
    const odd = fileOf({ fileName: 'C:\\a\\..\\b\u0000\n.pdf', mimeType: 'text/html; <b>' });
    expect(read({}, [odd])).toMatchObject({ fileName: 'b.pdf', mimeType: 'application/octet-stream' });
    expect(read({}, [fileOf({ fileName: '../' })])).toMatchObject({ fileName: 'file' });
  });

  it('are asked for with what is taken, and have to be chosen again after a mistake elsewhere', () => {
    const fields = fieldsIn([
      { name: 'x', kind: 'file', label: 'Bill <1>', accept: '.pdf,image/*', maxMegabytes: 2, multiple: true },
      { name: 'y', required: true },
    ]);
    const markup = (reading?: ReturnType<typeof readFields>) =>
      fieldsHtml(fields, { reading, maxFileBytes: 5 * MB })
        .map(({ text }) => text)
        .join('');
    expect(markup()).toContain('accept=".pdf,image/*"');
    expect(markup()).toContain('.pdf or image/*. At most 2 MB each, 10 files.');
    expect(markup()).toContain('Bill &lt;1&gt;');
    expect(markup()).not.toContain('again');
    const reading = readFields(fields, {}, { files: [fileOf()], maxBytes: 5 * MB });
    expect(markup(reading)).toContain('Choose “bill.pdf” again: browsers do not keep files.');
  });
});
