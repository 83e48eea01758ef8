/** Catches what breaks in one place, so that the others and the scenario live on. */
import { Component, type ReactNode } from 'react';
import { Empty } from '../parts/empty.tsx';
import { text } from '../text/shell.ts';

interface Props {
  readonly children: ReactNode;
}

interface State {
  readonly error?: Error;
}

/** Shows its children, or what to do when they broke. */
export class Boundary extends Component<Props, State> {
  override state: State = {};

  static getDerivedStateFromError(error: Error): State {
    return { error };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (!error) return this.props.children;
    return (
      <Empty title={text.crash.title} body={text.crash.body}>
        <code>{error.message}</code>
        <button
          type="button"
          className="button main"
          onClick={() => this.setState({ error: undefined as never })}
        >
          {text.crash.again}
        </button>
      </Empty>
    );
  }
}
