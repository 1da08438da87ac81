import { render } from 'preact';
import { App } from './app.tsx';
import { listen, refresh } from './state/store.ts';
import './style/base.css';
import './style/client.css';
import './style/messages.css';
import './style/blocks.css';
import './style/elements.css';
import './style/modal.css';
import './style/control_panel.css';
import './style/narrow.css';

const page = document.getElementById('page');
if (page !== null) render(<App />, page);
listen();
void refresh();
