/** Line icons of the viewer. */

const paths = {
  undo: 'M4 9h9a5 5 0 0 1 0 10h-3M4 9l4-4M4 9l4 4',
  redo: 'M20 9h-9a5 5 0 0 0 0 10h3M20 9l-4-4M20 9l-4 4',
  replay: 'M5 12a7 7 0 1 0 2-5M7 3v4h4M11 9v4l3 2',
  sun: 'M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8M12 2v2M12 20v2M2 12h2M20 12h2M5 5l1.4 1.4M17.6 17.6 19 19M19 5l-1.4 1.4M6.4 17.6 5 19',
  moon: 'M20 14A8 8 0 1 1 10 4a7 7 0 0 0 10 10Z',
  auto: 'M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16M12 4v16M12 8l5 0M12 12l8 0M12 16l5 0',
  share: 'M12 15V4M8 7l4-4 4 4M6 11H5v9h14v-9h-1',
  keep: 'M6 4h12v16l-6-4-6 4Z',
  close: 'M6 6l12 12M18 6 6 18',
  info: 'M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16M12 11v5M12 8v.01',
  down: 'M6 9l6 6 6-6',
  up: 'M6 15l6-6 6 6',
  reset: 'M5 12a7 7 0 1 0 2-5M7 3v4h4',
  plus: 'M12 5v14M5 12h14',
  minus: 'M5 12h14',
  check: 'M5 13l4 4L19 7',
  download: 'M12 4v11M8 11l4 4 4-4M5 20h14',
  copy: 'M9 9h10v11H9ZM5 15V4h10',
  levers: 'M4 7h9M17 7h3M15 5v4M4 17h3M11 17h9M9 15v4',
  open: 'M3 18V6h6l2 2h10v10Z',
  people:
    'M9 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6M3 20c0-4 3-6 6-6s6 2 6 6M16 11a3 3 0 1 0-1-6M17 14c3 0 4 3 4 6',
} as const;

export type IconName = keyof typeof paths;

/** An icon that says nothing by itself: its button has the name. */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg className="icon-drawing" viewBox="0 0 24 24" aria-hidden="true">
      <path d={paths[name]} />
    </svg>
  );
}
