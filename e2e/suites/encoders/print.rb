# Prints the file "$KEY" as Ruby's encoders do.
require 'base64'
require 'cgi'
require 'erb'
require 'json'
require 'shellwords'
require 'uri'
require 'yaml'

key = File.read(ENV.fetch('KEY'))
{
  'plain / Ruby JSON.generate' => JSON.generate({ key: key }),
  'plain / Ruby JSON, script_safe' => JSON.generate({ key: key }, script_safe: true),
  'plain / Ruby inspect' => { key: key }.inspect,
  'plain / Ruby dump' => key.dump,
  'plain / Ruby CGI.escape' => CGI.escape(key),
  'plain / Ruby ERB url_encode' => ERB::Util.url_encode(key),
  'plain / Ruby URI.encode_www_form' => URI.encode_www_form(key: key),
  'plain / Ruby CGI.escapeHTML' => CGI.escapeHTML(key),
  'plain / Ruby Shellwords.escape' => Shellwords.escape(key),
  'plain / Ruby Regexp.escape' => Regexp.escape(key),
  'plain / Ruby to_yaml' => { 'key' => key }.to_yaml,
  'cut / Ruby pack M' => [key].pack('M'),
  'base64 / Ruby strict_encode64' => Base64.strict_encode64(key),
  'base64 / Ruby urlsafe_encode64' => Base64.urlsafe_encode64(key),
  'wrapped / Ruby Base64.encode64' => Base64.encode64(key)
}.each { |name, text| puts "\n== #{name}\n#{text}" }
