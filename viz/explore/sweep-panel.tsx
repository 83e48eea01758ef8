/** The panel that opens an exported sweep, by picker, by dropping files, or from beside the page. */
import { type DragEvent, useEffect, useRef, useState } from 'react';
import { useStudio } from '../state/studio.ts';
import { text as all } from '../text/explore.ts';
import { SliceView } from './slice-view.tsx';
import { useSweep } from './use-sweep.ts';

const text = all.open;
/** Files that `mentorscape view STORE` serves beside the page, and the word in the address that asks for them. */
const servedFiles = ['members.parquet', 'final.parquet', 'factors.parquet'];
const served = 'served';
/** Files of one export, and a few more. */
const mostFiles = 20;

/** The panel. */
export function SweepPanel() {
  const sweep = useSweep();
  const asked = useStudio((studio) => studio.view['sweep']);
  const [over, setOver] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const { open, fail } = sweep;
  useEffect(() => {
    if (asked === served) servedSweep().then(open, () => fail(text.served));
    // opened once, when the page is come to
  }, [asked]);
  const take = (files: FileList | null): void => {
    if (files && files.length > 0) open([...files].slice(0, mostFiles));
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files);
  };
  return (
    <section
      className={`panel stack sweep ${over ? 'over' : ''}`}
      aria-label={text.title}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <div>
        <h2>{text.title}</h2>
        <p className="small quiet">{text.hint}</p>
      </div>
      <div className="row">
        <input
          ref={field}
          type="file"
          multiple
          accept=".parquet"
          className="sweep-field"
          aria-label={text.choose}
          tabIndex={-1}
          onChange={({ target }) => {
            take(target.files);
            // the same files may be chosen again
            target.value = '';
          }}
        />
        <button type="button" className="button" onClick={() => field.current?.click()}>
          {text.choose}
        </button>
        <span className="quiet">{text.drop}</span>
        {sweep.facts && (
          <button type="button" className="button link" onClick={sweep.close}>
            {text.again}
          </button>
        )}
      </div>
      <p role="status">{sweep.busy && text.reading}</p>
      {sweep.error !== undefined && <p role="alert">{text.failed(sweep.error)}</p>}
      {sweep.facts && <SliceView facts={sweep.facts} ask={sweep.ask} />}
    </section>
  );
}

async function servedSweep(): Promise<File[]> {
  return Promise.all(
    servedFiles.map(async (name) => {
      const answer = await fetch(`./sweep/${name}`);
      if (!answer.ok) throw new Error(name);
      return new File([await answer.arrayBuffer()], name);
    }),
  );
}
