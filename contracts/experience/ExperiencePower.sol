// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {AccessManaged} from "@openzeppelin/contracts/access/manager/AccessManaged.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import {Checkpoints} from "@openzeppelin/contracts/utils/structs/Checkpoints.sol";
import {DenseRegistry} from "../shared/DenseRegistry.sol";
import {EpochClock} from "../shared/EpochClock.sol";
import {Decay} from "./Decay.sol";
import {IExperiencePower} from "./IExperiencePower.sol";

/// @title ExperiencePower
/// @notice Register of experiencers and the power they earned by measuring well: soulbound, decaying votes (ERC-5805 with
/// self-delegation only, ERC-6372 in timestamp mode). Power earned in an epoch counts from the start of the next one, so
/// power at any moment that has come is final. It halves every 13 epochs.
///
/// Raw units must fit the 208 bits of a checkpoint: with 10^12 units (10^6 of a 6-decimal asset) earned every epoch that holds
/// for about 145 half-lives, with 10^18 for about 125; in epochs of a week 31 years and more. After that minting reverts and
/// governance must have appointed a successor.
contract ExperiencePower is IExperiencePower, DenseRegistry, EpochClock, AccessManaged {
    using Checkpoints for Checkpoints.Trace208;

    uint256 private constant HALF_LIFE_EPOCHS = 13;

    // solhint-disable const-name-snakecase
    string public constant name = "Experience Power";
    string public constant symbol = "XP";
    /// @notice Power counts in units of the settlement asset's fees.
    uint8 public constant decimals = 6;
    // solhint-enable const-name-snakecase

    /// @notice Seconds after which power is worth half.
    uint256 public immutable halfLife;

    /// @notice Contracts that may award power.
    mapping(address account => bool appointed) public isMinter;
    mapping(uint32 experiencerId => Checkpoints.Trace208 trace) private _raw;
    Checkpoints.Trace208 private _totalRaw;

    constructor(
        address authority,
        uint48 genesis_,
        uint32 epochLength_
    ) EpochClock(genesis_, epochLength_) AccessManaged(authority) {
        halfLife = HALF_LIFE_EPOCHS * uint256(epochLength_);
        _totalRaw.push(clock(), 0);
    }

    /* EXPERIENCER */

    /// @inheritdoc IExperiencePower
    function register(bytes32 profileDigest) external returns (uint32 experiencerId) {
        experiencerId = _register(msg.sender);
        // The account pays for its checkpoints here and not whoever scores its first report.
        _raw[experiencerId].push(clock(), 0);
        emit ExperiencerRegistered(experiencerId, msg.sender, profileDigest);
        emit DelegateChanged(msg.sender, address(0), msg.sender);
    }

    /// @inheritdoc IExperiencePower
    function setProfile(bytes32 profileDigest) external {
        uint32 experiencerId = _idOf[msg.sender];
        require(experiencerId != 0, NotRegistered(msg.sender));
        emit ProfileSet(experiencerId, profileDigest);
    }

    /// @inheritdoc IExperiencePower
    function prepareEpoch() external {
        _totalRaw.push(epochStart(currentEpoch() + 1), _totalRaw.latest());
    }

    /* MINTER */

    /// @inheritdoc IExperiencePower
    function mint(uint32 experiencerId, uint256 amount) external {
        require(isMinter[msg.sender], NotMinter(msg.sender));
        address account = accountOf(experiencerId);
        uint48 effectiveAt = epochStart(currentEpoch() + 1);
        uint256 m = _multiplier(effectiveAt);
        uint256 added = Decay.inflate(amount, m);
        Checkpoints.Trace208 storage trace = _raw[experiencerId];
        (uint208 before, uint208 current) = trace.push(effectiveAt, SafeCast.toUint208(trace.latest() + added));
        _totalRaw.push(effectiveAt, SafeCast.toUint208(_totalRaw.latest() + added));
        emit PowerEarned(experiencerId, account, amount, effectiveAt, current);
        emit DelegateVotesChanged(account, Decay.deflate(before, m), Decay.deflate(current, m));
    }

    /* GOVERNANCE */

    /// @notice Lets a contract award power, or stops it.
    function appointMinter(address account, bool appointed) external restricted {
        isMinter[account] = appointed;
        emit MinterAppointed(account, appointed);
    }

    /* VIEWS */

    /// @inheritdoc IExperiencePower
    function idOf(address account) public view override(IExperiencePower, DenseRegistry) returns (uint32) {
        return _idOf[account];
    }

    /// @inheritdoc IExperiencePower
    function accountOf(uint32 experiencerId) public view returns (address account) {
        account = _accountOf[experiencerId];
        require(account != address(0), UnknownExperiencer(experiencerId));
    }

    /// @inheritdoc IExperiencePower
    function powerAt(uint32 experiencerId, uint48 timepoint) public view returns (uint256) {
        require(timepoint <= clock(), ERC5805FutureLookup(timepoint, clock()));
        return Decay.deflate(_raw[experiencerId].upperLookupRecent(timepoint), _multiplier(timepoint));
    }

    /// @inheritdoc IExperiencePower
    function totalPowerAt(uint48 timepoint) public view returns (uint256) {
        require(timepoint <= clock(), ERC5805FutureLookup(timepoint, clock()));
        return Decay.deflate(_totalRaw.upperLookupRecent(timepoint), _multiplier(timepoint));
    }

    /// @notice Current power, for wallets that show balances.
    function balanceOf(address account) external view returns (uint256) {
        return getVotes(account);
    }

    /// @notice Current power of all experiencers.
    function totalSupply() external view returns (uint256) {
        return totalPowerAt(clock());
    }

    function getVotes(address account) public view returns (uint256) {
        return powerAt(_idOf[account], clock());
    }

    function getPastVotes(address account, uint256 timepoint) external view returns (uint256) {
        return powerAt(_idOf[account], _past(timepoint));
    }

    function getPastTotalSupply(uint256 timepoint) external view returns (uint256) {
        return totalPowerAt(_past(timepoint));
    }

    function clock() public view returns (uint48) {
        return uint48(block.timestamp);
    }

    // solhint-disable-next-line func-name-mixedcase
    function CLOCK_MODE() external pure returns (string memory) {
        return "mode=timestamp";
    }

    /// @notice Every account votes for itself.
    function delegates(address account) external pure returns (address) {
        return account;
    }

    /// @notice Does nothing for the caller itself and reverts for anybody else.
    function delegate(address delegatee) external view {
        require(delegatee == msg.sender, SelfDelegationOnly(delegatee));
    }

    /// @notice Always reverts: delegation is to oneself and needs no signature.
    function delegateBySig(address delegatee, uint256, uint256, uint8, bytes32, bytes32) external pure {
        revert SelfDelegationOnly(delegatee);
    }

    /* INTERNAL */

    function _multiplier(uint48 timepoint) internal view returns (uint256) {
        // Nobody had power before genesis: any multiplier will do.
        return timepoint < genesis ? Decay.multiplier(0, halfLife) : Decay.multiplier(timepoint - genesis, halfLife);
    }

    function _past(uint256 timepoint) internal view returns (uint48) {
        require(timepoint < clock(), ERC5805FutureLookup(timepoint, clock()));
        return uint48(timepoint);
    }
}
