/** Tools of the head that take work elsewhere: a link, files, a report. */
import { useEffect, useState } from 'react';
import { saveText } from '../parts/files.ts';
import { Icon } from '../parts/icon.tsx';
import { Modal } from '../parts/modal.tsx';
import { writeAddress } from '../state/address.ts';
import { filesOf } from '../state/files.ts';
import { encodeDocument } from '../state/link.ts';
import { makeReport } from '../state/report.ts';
import { useResults } from '../state/results.ts';
import { useStudio } from '../state/studio.ts';
import { text } from '../text/keep.ts';

/** The button and its dialog. */
export function ShareTools() {
  return (
    <Modal
      title={text.shareTitle}
      hint={text.shareHint}
      trigger={
        <button type="button" className="button">
          <Icon name="share" />
          {text.share}
        </button>
      }
    >
      <div className="stack">
        <LinkPart />
        <ReportPart />
        <FilesPart />
      </div>
    </Modal>
  );
}

function LinkPart() {
  const { doc, place, view, say } = useStudio();
  const [address, setAddress] = useState('');
  useEffect(() => {
    let gone = false;
    void encodeDocument(doc).then((packed) => {
      const hash = writeAddress(place, view, packed);
      if (!gone) setAddress(new URL(hash, location.href).href);
    });
    return () => {
      gone = true;
    };
  }, [doc, place, view]);
  const copy = (): Promise<void> =>
    navigator.clipboard.writeText(address).then(
      () => say({ tone: 'done', text: text.copied }),
      () => say({ tone: 'error', text: text.noClipboard }),
    );
  return (
    <section className="stack">
      <h3>{text.link}</h3>
      <div className="row">
        <input className="field grow" readOnly value={address} aria-label={text.link} />
        <button type="button" className="button main" onClick={() => void copy()}>
          <Icon name="copy" />
          {text.copyLink}
        </button>
      </div>
    </section>
  );
}

function ReportPart() {
  const ready = useResults(({ pairs, wanted, current }) => current && pairs >= wanted);
  const [busy, setBusy] = useState(false);
  const { say } = useStudio.getState();
  const make = async (): Promise<void> => {
    setBusy(true);
    try {
      saveText('what-if.html', await makeReport(), 'text/html');
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      say({ tone: 'error', text: text.reportFailed(reason) });
    } finally {
      setBusy(false);
    }
  };
  return (
    <section className="stack">
      <div>
        <h3>{text.report}</h3>
        <p className="small quiet">{ready ? text.reportHint : text.notYet}</p>
      </div>
      <div>
        <button
          type="button"
          className="button"
          disabled={!ready || busy}
          onClick={() => void make()}
        >
          <Icon name="download" />
          {busy ? text.making : text.makeReport}
        </button>
      </div>
    </section>
  );
}

function FilesPart() {
  const doc = useStudio((studio) => studio.doc);
  return (
    <section className="stack">
      <div>
        <h3>{text.files}</h3>
        <p className="small quiet">{text.filesHint}</p>
      </div>
      <div className="row">
        {filesOf(doc).map((file) => (
          <button
            key={file.name}
            type="button"
            className="button"
            onClick={() => saveText(file.name, file.text, 'application/yaml')}
          >
            <Icon name="download" />
            {text.scenarioFile(file.name)}
          </button>
        ))}
      </div>
    </section>
  );
}
