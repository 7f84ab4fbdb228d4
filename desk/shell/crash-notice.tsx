import { Component, type ReactNode } from 'react';
import { Notice } from './notice';

/** Shown in place of a desk that cannot be drawn. */
export class CrashNotice extends Component<{ readonly children: ReactNode }, { readonly crashed: boolean }> {
  override state = { crashed: false };

  static getDerivedStateFromError(): { crashed: boolean } {
    return { crashed: true };
  }

  override render() {
    if (!this.state.crashed) return this.props.children;
    return (
      <Notice variant="error" title="This cannot be shown">
        Reload the page. Nothing that you have done is lost; tell your administrator if it comes again.
      </Notice>
    );
  }
}
