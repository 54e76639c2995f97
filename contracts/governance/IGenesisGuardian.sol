// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

/// @title IGenesisGuardian
/// @notice Until enough people have power, somebody must let the first platforms in and stop one that cheats. That office has
/// an end that nobody can move.
interface IGenesisGuardian {
    /// @notice Begins at the deployment; the office ends at `expiresAt`, in seconds, at the latest.
    event GuardianAppointed(address indexed guardian, uint48 expiresAt);
    /// @notice The guardian gave up the office before its end.
    event GuardianResigned(address indexed guardian);

    error ZeroGuardian();
    error NotGuardian(address caller);
    /// @notice The genesis period is over; the office is no more.
    error GenesisOver(uint48 expiresAt);
    error GuardianGone();

    /// @notice Admits a platform, see {IPlatforms-admit}.
    function admit(address operator, address signer, string calldata endpoint) external returns (uint32 platformId);

    /// @notice Stops a platform, see {IPlatforms-suspend}. Only the commune ends a suspension.
    function suspend(uint32 platformId) external;

    /// @notice Gives up the office, for ever.
    function resign() external;

    function guardian() external view returns (address);

    /// @notice The office ends here at the latest, in seconds.
    function expiresAt() external view returns (uint48);

    function resigned() external view returns (bool);
}
