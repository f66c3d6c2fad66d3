// What a tag is, one row each. The rows (and those of more.jsx) are the only place that knows all tags.
//
// To add a control: write web/label/NAME.jsx that exports a row (see number.jsx for a small one), add it here, and give the
// server src/domain/label_NAME.c with its row in label_tags.c. A control that needs a large library exports a View that
// imports it when drawn, so that other tasks do not pay for it.
//
// A row:
//   kind            'object' (shows data), 'layout' (holds others) or 'control' (gives a result item)
//   View            component; gets {node, data}, layouts also {children}, controls {control, value, set, readOnly, invalid}
//   type            controls: the `type` of its result items
//   prepare(node, data)        -> what else the control should carry (its options ...)
//   initial(control)           -> value it begins with, or null
//   check(control, value)      -> null, or [message key, variables]: why a given value cannot be sent
//   keys(control)              -> [{id, want: keys asked for, auto: take a digit, press(value) -> value}]
//   regional                   controls: makes regions, any number of result items (labels.js)
//
// Here are the tags that a first task is likely to have; what few tasks have is in more.jsx, which comes when a config needs it.
import { choices } from './choices.jsx';
import { header } from './header.jsx';
import { image } from './image.jsx';
import { number } from './number.jsx';
import { rating } from './rating.jsx';
import { text } from './text.jsx';
import { textarea } from './textarea.jsx';
import { view } from './view.jsx';

export const table = {
  View: view,
  Header: header,
  Text: text,
  Image: image,
  Choices: choices,
  TextArea: textarea,
  Number: number,
  Rating: rating,
};
