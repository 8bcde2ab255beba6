// What the dialogs share that ask a model, which are loaded when somebody asks.
export { AskFrame, type AskWords } from './ask-frame';
