/**
 * The minimum for any Node.js program: signs one request itself (Signature Version 4), parses the response with one
 * regular expression, and writes one file. It loads `https`, as every AWS client must, although the endpoint uses HTTP.
 */
const { createHash, createHmac } = require('node:crypto');
const { writeFileSync } = require('node:fs');
const http = require('node:http');
require('node:https');

const env = process.env;
const keyName = env['INPUT_KEY-NAME'];
const region = env.AWS_REGION;
const { host } = new URL(env.AWS_ENDPOINT_URL);
const type = 'application/x-www-form-urlencoded';
const body = `Action=CreateKeyPair&Version=2016-11-15&KeyName=${encodeURIComponent(keyName)}`;
const instant = new Date().toISOString().replace(/[-:]|\.\d{3}/g, '');
const day = instant.slice(0, 8);
const signed = 'content-type;host;x-amz-date';

const sha256 = (text) => createHash('sha256').update(text).digest('hex');
const hmac = (key, text) => createHmac('sha256', key).update(text).digest();

const canonical = `POST\n/\n\ncontent-type:${type}\nhost:${host}\nx-amz-date:${instant}\n\n${signed}\n${sha256(body)}`;
const scope = `${day}/${region}/ec2/aws4_request`;
const key = [day, region, 'ec2', 'aws4_request'].reduce(hmac, `AWS4${env.AWS_SECRET_ACCESS_KEY}`);
const signature = hmac(key, `AWS4-HMAC-SHA256\n${instant}\n${scope}\n${sha256(canonical)}`).toString('hex');

const request = http.request(env.AWS_ENDPOINT_URL, {
  method: 'POST',
  headers: {
    'content-type': type,
    'content-length': Buffer.byteLength(body),
    'x-amz-date': instant,
    authorization: `AWS4-HMAC-SHA256 Credential=${env.AWS_ACCESS_KEY_ID}/${scope}, SignedHeaders=${signed}, Signature=${signature}`,
  },
});
request.on('response', (response) => {
  let xml = '';
  response.setEncoding('utf8').on('data', (text) => {
    xml += text;
  });
  response.on('end', () => {
    const [, privateKey] = /<keyMaterial>([^<]+)<\/keyMaterial>/.exec(xml);
    writeFileSync(`${env.RUNNER_TEMP}/${keyName}.pem`, `${privateKey}\n`, { mode: 0o600 });
  });
});
request.end(body);
