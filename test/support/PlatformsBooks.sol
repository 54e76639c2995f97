// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IChallenges} from "../../contracts/platforms/IChallenges.sol";
import {IDemands, Leaf} from "../../contracts/platforms/IDemands.sol";
import {CaseKind, IPlatforms, Platform} from "../../contracts/platforms/IPlatforms.sol";
import {Case, CaseState} from "../../contracts/platforms/IPledges.sol";
import {Receipt} from "../../contracts/settlement/ISettlement.sol";
import {PlatformsWorld} from "./PlatformsWorld.sol";
import {vm} from "./Vm.sol";

/// @notice Books of what platforms put up and lose, kept from outside, and what is compared with them.
abstract contract PlatformsBooks is PlatformsWorld {
    struct Account {
        uint256 deposited;
        uint256 withdrawn;
        uint256 lost;
        /// The epoch of the two below: the bond at its first event and what was added since; what was lost.
        uint32 epoch;
        uint256 base;
        uint256 lostInEpoch;
    }

    mapping(uint32 platform => Account account) public accountOf;
    mapping(bytes32 leafId => bool slashed) internal _wasSlashed;
    Leaf[] internal _slashed;

    function prepare() public override {
        super.prepare();
        for (uint256 i; i < 3; ++i) vm.deal(_someone(i), 1e6 ether);
        for (uint32 platform = honest; platform <= rogue; ++platform) accountOf[platform].deposited = PLATFORM_BOND;
    }

    function _someone(uint256 seed) internal pure returns (address) {
        return address(uint160(0x57A0 + (seed % 3)));
    }

    /* WHAT IS BOOKED */

    function _deposit(address from, uint32 platform, uint256 amount) internal override {
        Account storage account = _turn(platform);
        vm.prank(from);
        platforms.depositBond(platform, uint72(amount));
        account.deposited += amount;
        account.base += amount;
    }

    function _withdraw(uint32 platform, string memory what) internal returns (bool success) {
        Account storage account = _turn(platform);
        vm.prank(_operator(platform));
        try platforms.withdrawBond(platform) returns (uint256 amount) {
            account.withdrawn += amount;
            ++reached[what];
            success = true;
        } catch (bytes memory reason) {
            _count(reason);
        }
    }

    function _slashReceipt(Receipt memory one) internal returns (bool) {
        bytes memory data = abi.encodeCall(IChallenges.slashReceipt, (one));
        return _watchSlash(one.platformId, stranger, address(platforms), data, CaseKind.Receipt);
    }

    function _slashDemand(Leaf memory leaf) internal returns (bool success) {
        bytes memory data = abi.encodeCall(IDemands.slashDemand, (leaf));
        success = _watchSlash(leaf.platformId, stranger, address(demands), data, CaseKind.Demand);
        if (!success) return false;
        _wasSlashed[keccak256(abi.encode(leaf))] = true;
        _slashed.push(leaf);
    }

    /// @dev Never more than an eighth at once.
    function _watchSlash(
        uint32 platform,
        address by,
        address target,
        bytes memory data,
        CaseKind kind
    ) internal returns (bool success) {
        Account storage account = _turn(platform);
        (uint256 bond, uint256 settled) = (platforms.platformOf(platform).bond, asset.balanceOf(address(settlement)));
        vm.prank(by);
        bytes memory reason;
        (success, reason) = target.call(data);
        if (!success) {
            _count(reason);
            return false;
        }
        uint256 lost = bond - platforms.platformOf(platform).bond;
        _must(lost <= (bond + account.lostInEpoch + 7) / 8, "more than an eighth at once");
        _must(lost > 0 || bond == 0, "lost case without loss");
        (account.lost, account.lostInEpoch) = (account.lost + lost, account.lostInEpoch + lost);
        if (kind == CaseKind.Receipt) ++reached["receipt slashed"];
        if (kind == CaseKind.Demand) ++reached["demand slashed"];
        if (kind == CaseKind.Equivocation) ++reached["two receipts slashed"];
        if (asset.balanceOf(address(settlement)) > settled) ++reached["compensation"];
    }

    /// @dev By the name of what was refused, as far as it is worth looking at.
    function _count(bytes memory reason) internal {
        bytes4 selector = bytes4(reason);
        if (selector == IPlatforms.SlashingCapReached.selector) ++reached["cap"];
        else if (selector == IPlatforms.CasesOpen.selector) ++reached["withdrawal held back"];
        else if (selector == IChallenges.StatementWasPrevented.selector) ++reached["statement prevented"];
        else if (selector == IChallenges.ChallengeWindowOver.selector) ++reached["window over"];
        else if (selector == IChallenges.StatementStillDue.selector) ++reached["statement still due"];
        else if (selector == IChallenges.NotSignedByPlatform.selector) ++reached["forgery refused"];
        else if (selector == IDemands.LeafAlreadyOpened.selector) ++reached["leaf open already"];
        else if (selector == IDemands.NominationsClosing.selector) ++reached["nominations closing"];
    }

    function _turn(uint32 platform) private returns (Account storage account) {
        account = accountOf[platform];
        uint32 epoch = settlement.currentEpoch();
        if (account.epoch == epoch) return account;
        (account.epoch, account.base, account.lostInEpoch) = (epoch, platforms.platformOf(platform).bond, 0);
    }

    /* TO THE END */

    /// @dev Strangers end every case without anybody's help; false if one is left when every case could have had an epoch of its
    /// own.
    function endAll() external returns (bool) {
        for (uint256 rounds = _challenged.length + _demanded.length + 2; rounds > 0; --rounds) {
            vm.warp(settlement.epochStart(settlement.currentEpoch() + 1));
            for (uint256 i = _challenged.length; i > 0; --i) {
                Receipt memory one = _signed[_challenged[i - 1]].receipt;
                CaseState state = platforms.receiptCaseOf(settlement.receiptDigest(one)).state;
                if (state != CaseState.Open || _slashReceipt(one)) _forgetChallenge(i - 1);
            }
            for (uint256 i = _demanded.length; i > 0; --i) {
                Leaf memory leaf = _demanded[i - 1];
                bool ended = demands.demandOf(keccak256(abi.encode(leaf))).state != CaseState.Open;
                if (!ended && _isOpened(leaf)) {
                    demands.closeDemand(leaf);
                    ended = true;
                }
                if (ended || _slashDemand(leaf)) _forgetDemand(i - 1);
            }
        }
        return _challenged.length + _demanded.length == 0;
    }

    /* WHAT IS COMPARED */

    function bothPlatforms() external view returns (uint32, uint32) {
        return (honest, rogue);
    }

    function platformOf(uint32 platform) external view returns (Platform memory) {
        return platforms.platformOf(platform);
    }

    /// @return held What the register of platforms has. @return owed What it owes.
    function money() external view returns (uint256 held, uint256 owed) {
        held = asset.balanceOf(address(platforms));
        for (uint32 id = honest; id <= rogue; ++id) {
            Platform memory platform = platforms.platformOf(id);
            owed += uint256(platform.bond) + platform.auditAccrued;
        }
        for (uint256 i; i < 3; ++i) owed += platforms.rewardOf(_someone(i));
        for (uint256 i; i < _twins.length; ++i) {
            Receipt storage one = _signed[_twins[i][0]].receipt;
            owed += platforms.equivocationOf(one.platformId, one.orderId).reward;
        }
    }

    /// @return held Pledges in the register of platforms and with the demands. @return owed To whom they belong.
    function pledges() external view returns (uint256[2] memory held, uint256[2] memory owed) {
        held = [address(platforms).balance, address(demands).balance];
        for (uint32 id = honest; id <= rogue; ++id) {
            owed[0] += platforms.pledgesWonBy(id);
            owed[1] += demands.pledgesWonBy(id);
        }
        for (uint256 i; i < 3; ++i) {
            owed[0] += platforms.pledgeOf(_someone(i));
            owed[1] += demands.pledgeOf(_someone(i));
        }
        for (uint256 i; i < _challenged.length; ++i) owed[0] += _pledge(_caseOf(i));
        for (uint256 i; i < _demanded.length; ++i) owed[1] += _pledge(_demandOf(i));
    }

    function openCasesOf(uint32 platform) external view returns (uint256 count) {
        for (uint256 i; i < _challenged.length; ++i) {
            bool open = _caseOf(i).state == CaseState.Open;
            if (open && _signed[_challenged[i]].receipt.platformId == platform) ++count;
        }
        for (uint256 i; i < _demanded.length; ++i) {
            if (_demandOf(i).state == CaseState.Open && _demanded[i].platformId == platform) ++count;
        }
    }

    /// @dev Keys of receipts that were signed never change.
    function areKeysKept() external view returns (bool) {
        for (uint256 i; i < _signed.length; ++i) {
            Receipt storage one = _signed[i].receipt;
            if (platforms.signerOf(one.platformId, one.epoch) != _signed[i].signer) return false;
        }
        return true;
    }

    function settlementMoney() external view returns (uint256 held, uint256 owed) {
        held = asset.balanceOf(address(settlement));
        for (uint256 i; i < _posted.length; ++i) {
            owed += settlement.statementOf(_posted[i].platformId, _posted[i].epoch).remaining;
        }
        address[3] memory payees = [expert, alicePayout, bobPayout];
        for (uint256 i; i < 3; ++i) owed += settlement.creditOf(payees[i]);
        for (uint32 lot; lot < commodities.lotCount(); ++lot) owed += settlement.potOf(lot);
        for (uint32 epoch; epoch <= settlement.currentEpoch(); ++epoch) owed += settlement.communeAccrued(epoch);
        (uint256 carry, ) = settlement.carryOf(commodityId);
        owed += carry + settlement.auditFundAccrued();
    }

    function _caseOf(uint256 i) private view returns (Case memory) {
        return platforms.receiptCaseOf(settlement.receiptDigest(_signed[_challenged[i]].receipt));
    }

    function _demandOf(uint256 i) private view returns (Case memory) {
        return demands.demandOf(keccak256(abi.encode(_demanded[i])));
    }

    function _pledge(Case memory one) private pure returns (uint256) {
        return one.state == CaseState.Open ? uint256(one.pledgeGwei) * 1 gwei : 0;
    }
}
