// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IERC5805} from "@openzeppelin/contracts/interfaces/IERC5805.sol";

/// @title IExperiencePower
/// @notice Register of experiencers and the power they earned by measuring well: soulbound, decaying votes (ERC-5805 with
/// self-delegation only, ERC-6372 in timestamp mode).
interface IExperiencePower is IERC5805 {
    event ExperiencerRegistered(uint32 indexed experiencerId, address indexed account, bytes32 profileDigest);
    /// @notice An experiencer published another profile document.
    event ProfileSet(uint32 indexed experiencerId, bytes32 profileDigest);
    /// @notice `amount` was earned and counts from `effectiveAt` on; `raw` is the account's total in raw units.
    event PowerEarned(
        uint32 indexed experiencerId,
        address indexed account,
        uint256 amount,
        uint48 effectiveAt,
        uint256 raw
    );
    event MinterAppointed(address indexed account, bool appointed);

    error NotMinter(address account);
    error NotRegistered(address account);
    error UnknownExperiencer(uint32 experiencerId);
    /// @notice Power cannot be given to anybody else, not even as a vote.
    error SelfDelegationOnly(address delegatee);
    /// @notice The moment has not come (ERC-5805).
    error ERC5805FutureLookup(uint256 timepoint, uint48 clock);

    /// @notice Registers the caller as an experiencer. One account, one id, forever.
    /// @param profileDigest Digest of a profile document; 0 for none.
    function register(bytes32 profileDigest) external returns (uint32 experiencerId);

    /// @notice Publishes another profile document of the caller.
    function setProfile(bytes32 profileDigest) external;

    /// @notice Writes the checkpoint of the total that power earned in this epoch will be added to. Anyone may; minting does
    /// it when nobody has.
    function prepareEpoch() external;

    /// @notice Awards power to an experiencer, counted from the start of the next epoch on. Minters only.
    function mint(uint32 experiencerId, uint256 amount) external;

    /// @notice Id of an account; 0 for none.
    function idOf(address account) external view returns (uint32 experiencerId);

    /// @notice Who has an id.
    function accountOf(uint32 experiencerId) external view returns (address account);

    /// @notice Power of an experiencer at a moment that has come.
    function powerAt(uint32 experiencerId, uint48 timepoint) external view returns (uint256);

    /// @notice Power of all experiencers at a moment that has come. The floors of the accounts' powers add up to at most
    /// this and to less by no more than one unit per account.
    function totalPowerAt(uint48 timepoint) external view returns (uint256);
}
