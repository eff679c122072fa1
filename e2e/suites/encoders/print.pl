# Prints the file "$KEY" as Perl's encoders do.
use strict;
use warnings;
use Data::Dumper;
use JSON::PP;
use MIME::Base64;
use MIME::QuotedPrint;

open my $file, '<', $ENV{KEY} or die;
my $key = do { local $/; <$file> };
$Data::Dumper::Useqq = 1;
(my $percent = $key) =~ s/([^A-Za-z0-9])/sprintf('%%%02x', ord $1)/ge;
(my $entities = $key) =~ s/([^A-Za-z0-9])/sprintf('&#x%X;', ord $1)/ge;
(my $unicode = $key) =~ s/([^A-Za-z0-9])/sprintf('\\u%04X', ord $1)/ge;
my @prints = (
  'plain / Perl JSON::PP', JSON::PP->new->encode({ key => $key }),
  'plain / Perl JSON::PP, escape_slash', JSON::PP->new->escape_slash->encode({ key => $key }),
  'plain / Perl Data::Dumper', Dumper($key),
  'plain / Perl quotemeta', quotemeta $key,
  'plain / Perl percent, all but letters and digits', $percent,
  'plain / Perl entities, all but letters and digits', $entities,
  'plain / Perl \\u, all but letters and digits', $unicode,
  'cut / Perl MIME::QuotedPrint', encode_qp($key),
  'base64 / Perl MIME::Base64', encode_base64($key),
);
while (my ($name, $text) = splice @prints, 0, 2) { print "\n== $name\n$text\n" }
