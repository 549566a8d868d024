// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Firmware.Configuration
{
    /// <summary>
    /// Reads the configuration file: one "key = value" a line, "#" begins a comment line, lines end in LF or CRLF. A bad line is complained about
    /// and leaves the default; docs/configuration.md has the table of keys.
    /// </summary>
    public sealed class ConfigurationParser
    {
        /// <summary>The longest line in characters.</summary>
        public const int LongestLine = 120;

        private const int LongestShown = 30;

        private readonly DeviceConfiguration _configuration = new DeviceConfiguration();
        private readonly ComplaintList _complaints;
        private readonly int[] _lineOf = new int[SettingTable.Count];

        private ConfigurationParser(ComplaintList complaints)
        {
            _complaints = complaints;
        }

        /// <summary>Reads a whole file.</summary>
        /// <param name="text">The bytes of the file.</param>
        /// <param name="complaints">Gets a complaint for each thing that is wrong.</param>
        /// <returns>The configuration: valid whatever the text was.</returns>
        public static DeviceConfiguration Parse(byte[] text, ComplaintList complaints)
        {
            ConfigurationParser parser = new ConfigurationParser(complaints);
            parser.ReadLines(text);
            new ConfigurationRules(parser._configuration, complaints, parser._lineOf).Apply();
            return parser._configuration;
        }

        private void ReadLines(byte[] text)
        {
            int line = 1;
            int begin = HasByteOrderMark(text) ? 3 : 0;
            for (int i = begin; i <= text.Length; i++)
            {
                if (i == text.Length || text[i] == '\n')
                {
                    ReadLine(line, text, begin, i);
                    begin = i + 1;
                    line++;
                }
            }
        }

        private void ReadLine(int line, byte[] text, int begin, int end)
        {
            if (end > begin && text[end - 1] == '\r')
            {
                end--;
            }

            string content = TextOf(text, begin, end);
            if (end - begin > LongestLine)
            {
                Complain(line, content, "", "at most 120 characters a line");
            }
            else if (!IsPrintable(text, begin, end))
            {
                Complain(line, content, "", "printable ASCII only");
            }
            else if (content.Length > 0 && content[0] != '#')
            {
                ReadEntry(line, content);
            }
        }

        private void ReadEntry(int line, string content)
        {
            int equals = content.IndexOf('=');
            string key = equals < 0 ? content : content.Substring(0, equals).Trim();
            string value = equals < 0 ? "" : content.Substring(equals + 1).Trim();
            int index = equals < 0 ? -1 : SettingTable.Find(key);
            if (equals < 0)
            {
                Complain(line, key, value, "key = value");
            }
            else if (index < 0)
            {
                Complain(line, key, value, "unknown key");
            }
            else if (_lineOf[index] > 0)
            {
                Complain(line, key, value, "set before in line " + _lineOf[index].ToString());
            }
            else if (_configuration.Set(index, value))
            {
                _lineOf[index] = line;
            }
            else
            {
                Complain(line, key, value, SettingTable.ExpectedAt(index));
            }
        }

        private void Complain(int line, string key, string value, string expected)
        {
            bool isSecret = SettingTable.Find(key) == (int)SettingId.BrokerPassword;
            _complaints.Add(line, Shown(key), isSecret ? "(not shown)" : Shown(value), expected);
        }

        // Key and value of a complaint fit into a console line, and every key does whole.
        private static string Shown(string text)
        {
            return text.Length <= LongestShown ? text : text.Substring(0, LongestShown - 3) + "...";
        }

        private static bool HasByteOrderMark(byte[] text)
        {
            return text.Length >= 3 && text[0] == 0xEF && text[1] == 0xBB && text[2] == 0xBF;
        }

        private static bool IsPrintable(byte[] text, int begin, int end)
        {
            for (int i = begin; i < end; i++)
            {
                if ((text[i] < ' ' && text[i] != '\t') || text[i] > '~')
                {
                    return false;
                }
            }

            return true;
        }

        // At most as much as a complaint shows of a bad line; the trimmed text of a good one.
        private static string TextOf(byte[] text, int begin, int end)
        {
            int length = end - begin > LongestLine ? LongestLine : end - begin;
            char[] characters = new char[length];
            for (int i = 0; i < length; i++)
            {
                byte b = text[begin + i];
                characters[i] = b == '\t' ? ' ' : b < ' ' || b > '~' ? '?' : (char)b;
            }

            return new string(characters).Trim();
        }
    }
}
