// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System.IO;

namespace Prosumeter.Firmware.Configuration
{
    /// <summary>The configuration file in flash. After a power cut at any byte of a write it is the old one or the new one.</summary>
    public static class ConfigurationFile
    {
        private const string NewPath = Board.Folder + "prosumeter.new";
        private const int LongestFile = 8192;

        /// <summary>Reads the file. One that is missing, too long or not readable counts as empty, with a complaint.</summary>
        public static byte[] Read(ComplaintList complaints)
        {
            try
            {
                if (!File.Exists(Board.ConfigurationPath) && File.Exists(NewPath))
                {
                    // The supply failed between the two last steps of Write.
                    File.Move(NewPath, Board.ConfigurationPath);
                }

                return File.Exists(Board.ConfigurationPath)
                    ? ReadFile(complaints)
                    : Complain(complaints, "no such file");
            }
            catch (IOException)
            {
                return Complain(complaints, "not readable");
            }
        }

        private static byte[] ReadFile(ComplaintList complaints)
        {
            using (FileStream stream = new FileStream(Board.ConfigurationPath, FileMode.Open, FileAccess.Read))
            {
                if (stream.Length > LongestFile)
                {
                    return Complain(complaints, "more than 8192 bytes");
                }

                byte[] text = new byte[(int)stream.Length];
                int read = 0;
                int last = 1;
                while (read < text.Length && last > 0)
                {
                    last = stream.Read(text, read, text.Length - read);
                    read += last;
                }

                return read == text.Length ? text : Complain(complaints, "not readable");
            }
        }

        private static byte[] Complain(ComplaintList complaints, string what)
        {
            complaints.Add(0, Board.ConfigurationPath, "", what + ", all settings have their defaults");
            return new byte[0];
        }

        /// <summary>Puts another file in its place. The file system has no atomic replace: the old one goes when the new one is whole.</summary>
        /// <returns>False when flash refused it.</returns>
        public static bool Write(byte[] text)
        {
            try
            {
                if (!File.Exists(Board.ConfigurationPath))
                {
                    // While there is one, a torn new one is not taken for it.
                    File.WriteAllBytes(Board.ConfigurationPath, new byte[0]);
                }

                File.WriteAllBytes(NewPath, text);
                File.Delete(Board.ConfigurationPath);
                File.Move(NewPath, Board.ConfigurationPath);
                return true;
            }
            catch (IOException)
            {
                return false;
            }
        }
    }
}
