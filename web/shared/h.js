// Injected by build.mjs into every JSX file, so that none has to import the factory.
export { h, Fragment } from 'preact';
