import type { Expected, Failure } from '../cell.js';

const lost: Expected = { category: 'api_connection_error', retryable: true };

/** What happens on the way to any provider. */
export const hangs: Failure = { name: 'hangs', behaviour: 'hangs', means: lost };
export const refused: Failure = { name: 'connection refused', behaviour: 'refuses', means: lost };
export const reset: Failure = {
  name: 'reset before the headers',
  behaviour: 'resets',
  means: lost,
};

/** nginx's own page for an upstream that is down. */
export const badGateway: Failure = {
  name: '502 with a page of HTML',
  behaviour: {
    status: 502,
    body: '<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n<center><h1>502 Bad Gateway</h1></center>\r\n<hr><center>nginx/1.25.3</center>\r\n</body>\r\n</html>\r\n',
  },
  means: { category: 'provider_error', retryable: true },
};

export const gatewayTimeout: Failure = {
  name: '504 with a page of HTML',
  behaviour: {
    status: 504,
    body: '<html>\r\n<head><title>504 Gateway Time-out</title></head>\r\n<body>\r\n<center><h1>504 Gateway Time-out</h1></center>\r\n<hr><center>nginx/1.25.3</center>\r\n</body>\r\n</html>\r\n',
  },
  means: lost,
};

/** RFC 9110 §15.5.9, as load balancers send it. */
export const requestTimeout: Failure = {
  name: '408 without a body',
  behaviour: { status: 408, body: '' },
  means: lost,
};

/** The application itself gives up: its controller is aborted while the provider is silent. */
export const abortedByCaller: Failure = {
  name: 'aborted by the caller',
  behaviour: 'hangs',
  means: { category: 'api_connection_error', retryable: false },
};

/** An answer that breaks off. */
export const cut = (contentType: string, begins: string | Uint8Array): Failure => ({
  name: 'stream cut in the middle',
  behaviour: { begins, contentType, end: 'lost' },
  means: lost,
});
