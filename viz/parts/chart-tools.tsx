/** Takes a chart away as a picture. */
import { text } from '../text/parts.ts';
import { saveBytes, saveText } from './files.ts';
import { pictureOf } from './picture.ts';

/** Buttons below a chart. */
export function ChartTools({ svg, file }: { readonly svg: string; readonly file: string }) {
  return (
    <div className="row chart-tools no-print">
      <button
        type="button"
        className="button link small"
        aria-label={`${text.svg}, ${file}`}
        onClick={() =>
          saveText(`${file}.svg`, pictureOf(svg, document.documentElement).svg, 'image/svg+xml')
        }
      >
        {text.svg}
      </button>
      <button
        type="button"
        className="button link small"
        aria-label={`${text.png}, ${file}`}
        onClick={() =>
          void pictureOf(svg, document.documentElement)
            .png()
            .then((bytes) => saveBytes(`${file}.png`, bytes))
        }
      >
        {text.png}
      </button>
    </div>
  );
}
