// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using Prosumeter.Firmware.Configuration;

namespace Prosumeter.Firmware.Console
{
    /// <summary>"config": the settings and what was wrong in the file.</summary>
    internal sealed class ConfigCommand : ConsoleCommand
    {
        private const int ValueColumn = 34;
        private const int PageLength = 20;
        private const string UnknownKey = "Unknown key.";

        private readonly Meter _meter;
        private DeviceConfiguration _staged;

        public ConfigCommand(Meter meter)
            : base(
                "config",
                "config [list [PAGE] | get KEY | set KEY [VALUE] | defaults | save]: settings\n"
                + "Without arguments: what is wrong in the file. set and defaults change a copy;\n"
                + "save writes it to flash when nothing is wrong in it; reboot puts it in force.")
        {
            _meter = meter;
        }

        public override bool Changes(string[] words)
        {
            return words.Length > 1 && (words[1] == "set" || words[1] == "save" || words[1] == "defaults");
        }

        public override bool Run(string[] words, Answer answer)
        {
            if (words.Length == 1)
            {
                ComplaintsTo(_meter.Complaints, answer);
                return true;
            }

            int page = 1;
            switch (words[1])
            {
                case "get" when words.Length == 3:
                    ValueTo(words[2], answer);
                    return true;
                case "set" when words.Length > 2:
                    Set(words, answer);
                    return true;
                case "list" when words.Length == 2 || (words.Length == 3 && Number.TryParse(words[2], out page)):
                    return PageTo(page, answer);
                case "defaults" when words.Length == 2:
                    _staged = new DeviceConfiguration();
                    Check(answer);
                    return true;
                case "save" when words.Length == 2:
                    Save(answer);
                    return true;
                default:
                    return false;
            }
        }

        /// <summary>Changes the copy and says what is wrong with it then.</summary>
        public void Stage(int index, string value, Answer answer)
        {
            DeviceConfiguration staged = _staged ?? ConfigurationParser.Parse(ConfigurationText.Of(_meter.Configuration), new ComplaintList());
            if (staged.Set(index, value))
            {
                _staged = staged;
                Check(answer);
            }
            else
            {
                answer.Refuse("Not allowed; allowed is: " + SettingTable.ExpectedAt(index));
            }
        }

        private void Set(string[] words, Answer answer)
        {
            int index = SettingTable.Find(words[2]);
            string value = "";
            for (int i = 3; i < words.Length; i++)
            {
                value += " " + words[i];
            }

            if (index < 0)
            {
                answer.Refuse(UnknownKey);
            }
            else
            {
                Stage(index, value.Trim(), answer);
            }
        }

        // As the next start will judge it: what is saved never has a complaint.
        private void Check(Answer answer)
        {
            if (IsRight(ConfigurationText.Of(_staged), answer))
            {
                answer.Say("Staged: \"config save\" writes it.");
            }
        }

        private void Save(Answer answer)
        {
            byte[] text = _staged == null ? null : ConfigurationText.Of(_staged);
            if (text == null)
            {
                answer.Refuse("Nothing is staged.");
            }
            else if (!IsRight(text, answer))
            {
                answer.Refuse("Not saved.");
            }
            else if (!ConfigurationFile.Write(text))
            {
                answer.Refuse("Flash refused it: the file before stays.");
            }
            else
            {
                _meter.Log.Add("configuration saved, channel", (int)answer.Channel);
                answer.Say("Saved: \"reboot\" puts it in force.");
            }
        }

        private static bool IsRight(byte[] text, Answer answer)
        {
            ComplaintList complaints = new ComplaintList();
            ConfigurationParser.Parse(text, complaints);
            if (complaints.TotalCount > 0)
            {
                ComplaintsTo(complaints, answer);
            }

            return complaints.TotalCount == 0;
        }

        private static void ComplaintsTo(ComplaintList complaints, Answer answer)
        {
            answer.Number("complaints", complaints.TotalCount).BeginRows("first");
            for (int i = 0; i < complaints.Count; i++)
            {
                answer.Row().Text("place", complaints[i].Place).Text("", ":\n  ").Text("expected", complaints[i].Expected).EndRow();
            }

            answer.EndRows();
        }

        private void ValueTo(string key, Answer answer)
        {
            int index = SettingTable.Find(key);
            if (index < 0)
            {
                answer.Refuse(UnknownKey);
                return;
            }

            answer.Text("key", key).Text("value", ValueOf(_meter.Configuration, index));
            if (_staged != null)
            {
                answer.Text("staged", ValueOf(_staged, index));
            }

            answer.Text("allowed", SettingTable.ExpectedAt(index));
        }

        private bool PageTo(int page, Answer answer)
        {
            int pages = (SettingTable.Count + PageLength - 1) / PageLength;
            if (page < 1 || page > pages)
            {
                return false;
            }

            answer.BeginRows("settings");
            for (int i = (page - 1) * PageLength; i < page * PageLength && i < SettingTable.Count; i++)
            {
                answer.Row().Text("key", SettingTable.NameAt(i)).At(ValueColumn).Text("value", ValueOf(_meter.Configuration, i)).EndRow();
            }

            answer.EndRows();
            answer.Number("page", page).Number("of", pages);
            return true;
        }

        private static string ValueOf(DeviceConfiguration configuration, int index)
        {
            return index == (int)SettingId.BrokerPassword ? "(not shown)" : configuration.Format(index);
        }
    }
}
