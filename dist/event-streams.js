// @smithy/core
const EventStreamSerde = void 0;
export { EventStreamSerde };
