// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.ComponentModel;
using System.IO;
using System.Text;
using Prosumeter.Firmware.Configuration;
using Prosumeter.Simulator.Boards;
using Prosumeter.Simulator.Boards.Faults;
using Prosumeter.Simulator.Boards.Home;
using Prosumeter.Simulator.Boards.Serial;
using Prosumeter.Simulator.Bus;
using Prosumeter.Simulator.Scenarios.Fleet;
using Prosumeter.Simulator.Scenarios.Live;

namespace Prosumeter.Simulator.Cli.Live;

/// <summary>Builds what <c>prosumeter run</c> runs, and says what is in the way when it cannot.</summary>
internal static class RunSession
{
    private static readonly MeterSpecification s_meter = new()
    {
        Meter = 1,
        Cluster = "local",
        Home = "home",
        PvPeakWatts = 5000,
        StorageWattHours = 6400,
        StorageWatts = 3000,
        CostMicrosPerKilowattHour = 80_000,
    };

    /// <summary>Runs until Ctrl-C.</summary>
    /// <returns>The exit code.</returns>
    /// <exception cref="CliException">Something is in the way.</exception>
    public static int Run(RunSettings settings)
    {
        RealTime time = new(settings.Speed);
        byte[] configurationFile = ReadConfiguration(settings);
        DeviceConfiguration configuration = Parse(configurationFile, settings.ConfigFile);
        string cluster = configuration.GetText(SettingId.Cluster);
        int slotSeconds = configuration.Get(SettingId.SlotSeconds);
        using MosquittoBroker? broker = settings.Broker is null ? null : BrokerOption.Open(settings.Broker);
        using LiveMarket? market = broker is null ? new LiveMarket(cluster, slotSeconds, time) : null;
        using BusEar ear = Listen((IMqttBroker?)broker ?? market!.Broker, cluster);
        using LiveMeter meter = Install(settings, time, (IMqttBroker?)broker ?? market!.Broker, configurationFile);
        Console.Error.WriteLine($"meter {configuration.Get(SettingId.Meter)} of cluster '{cluster}', broker {(object?)settings.Broker ?? "inside the process"}, Ctrl-C ends");
        Console.Error.WriteLine($"serial console: {ConsoleHint.Of(meter.ConsoleName)}");
        meter.Faults.Switched += (fault, isOn) => Console.Error.WriteLine($"fault {(isOn ? "begins" : "ends")}: {fault}");
        IRunOutput output = OutputOf(settings, configuration, meter);
        Console.SetOut(new DebugChannel(Console.Error, () => meter.IsRunning));
        new RunLoop(meter, market, ear, output).Run();
        return meter.Failure is null ? ExitCode.Ok : throw new InvalidOperationException("The firmware's thread ended by itself.", meter.Failure);
    }

    private static IRunOutput OutputOf(RunSettings settings, DeviceConfiguration configuration, LiveMeter meter)
    {
        int slotSeconds = configuration.Get(SettingId.SlotSeconds);
        return settings.IsJson ? new JsonRunOutput(Console.Out)
            : Console.IsOutputRedirected ? new LineRunOutput(Console.Out, slotSeconds)
            : new ScreenRunOutput($"meter {configuration.Get(SettingId.Meter)}, console: {ConsoleHint.Of(meter.ConsoleName)}", slotSeconds);
    }

    // What a technician saved on the board's console stays, unless another file is asked for.
    private static byte[] ReadConfiguration(RunSettings settings)
    {
        if (settings.ConfigFile is null)
        {
            return Kept(settings.FlashFile) ?? DefaultFor(settings.Broker ?? new BrokerAddress("inside", 1883));
        }

        try
        {
            return File.ReadAllBytes(settings.ConfigFile);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw CliException.BadInput($"--config {settings.ConfigFile}: {failure.Message}");
        }
    }

    private static byte[] DefaultFor(BrokerAddress broker) =>
        Encoding.ASCII.GetBytes(MeterConfiguration.Of(s_meter, slotSeconds: 900, broker.Host, broker.Port, hasConsole: true));

    private static byte[]? Kept(string? flashFile)
    {
        try
        {
            return flashFile is null ? null : LiveMeter.ConfigurationIn(flashFile);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            throw BadFlash(flashFile, failure);
        }
    }

    private static CliException BadFlash(string? flashFile, Exception failure) => CliException.Environment($"--flash {flashFile}: {failure.Message}");

    private static DeviceConfiguration Parse(byte[] file, string? name)
    {
        ComplaintList complaints = new();
        DeviceConfiguration configuration = ConfigurationParser.Parse(file, complaints);
        for (int index = 0; index < complaints.Count; index++)
        {
            Console.Error.WriteLine($"{name ?? "settings in flash"}, {complaints[index].Place}: {complaints[index].Expected}; the board goes on with the default");
        }

        return configuration;
    }

    private static BusEar Listen(IMqttBroker broker, string cluster)
    {
        BusEar ear = new(broker, cluster);
        MqttConnectResult answer = ear.Connect();
        return answer.IsAccepted
            ? ear
            : throw CliException.Environment($"{answer.Reason.TrimEnd('.')}. Start a broker there (Debian: apt-get install mosquitto), or leave --broker out for one inside the process.");
    }

    private static LiveMeter Install(RunSettings settings, IBoardTime time, IMqttBroker broker, byte[] configuration)
    {
        try
        {
            return new LiveMeter(new LiveMeterOptions
            {
                Time = time,
                Broker = broker,
                Serial = SerialEndpoint.Open(),
                Configuration = configuration,
                Profile = ProfileOf(settings, time),
                FlashFile = settings.FlashFile,
                Faults = FaultPlan.Parse(settings.Faults, time.UtcMicroseconds / 1_000_000, settings.Seed),
            });
        }
        catch (Win32Exception failure)
        {
            throw CliException.Environment($"No pseudo-terminal for the serial console: {failure.Message}. In a container, mount devpts at /dev/pts.");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            throw BadFlash(settings.FlashFile, failure);
        }
    }

    private static IHomeProfile ProfileOf(RunSettings settings, IBoardTime time)
    {
        if (settings.Data is null)
        {
            return new SyntheticHomeProfile((ulong)settings.Seed, s_meter.PvPeakWatts);
        }

        // The first measured day becomes today.
        long today = time.UtcMicroseconds / 1_000_000 / 86_400 * 86_400;
        return new SeriesProfile(settings.Data.Homes[0], settings.Data.PvPlants.Count > 0 ? settings.Data.PvPlants[0] : null, s_meter.PvPeakWatts, today);
    }
}
