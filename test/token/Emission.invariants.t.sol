// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {ICommodities} from "../../contracts/commodities/ICommodities.sol";
import {MinedRound} from "../../contracts/token/IEmission.sol";
import {EmissionTest} from "../support/EmissionTest.sol";
import {CommoditiesDouble} from "../support/MiningDoubles.sol";
import {MiningHandler} from "../support/MiningHandler.sol";
import {vm} from "../support/Vm.sol";

contract EmissionInvariants is EmissionTest {
    struct FuzzSelector {
        address addr;
        bytes4[] selectors;
    }

    uint256 private constant MINTED_AT_START = 200_000_000e18;

    MiningHandler private handler;

    function setUp() public override {
        super.setUp();
        CommoditiesDouble lots = new CommoditiesDouble();
        emission = deployEmission(ICommodities(address(lots)));
        handler = new MiningHandler(emission, lots);
    }

    /* WHAT IS CALLED AT RANDOM: this contract itself, whose artifact the runner always has */

    function targetContracts() external view returns (address[] memory targets) {
        targets = new address[](1);
        targets[0] = address(this);
    }

    function targetSelectors() external view returns (FuzzSelector[] memory list) {
        bytes4[] memory selectors = new bytes4[](2);
        (selectors[0], selectors[1]) = (this.mine.selector, this.act.selector);
        list = new FuzzSelector[](1);
        list[0] = FuzzSelector(address(this), selectors);
    }

    function mine(uint256 seed) external {
        handler.mine(seed);
        handler.wait_(seed >> 64);
    }

    function act(uint256 seed) external {
        uint256 kind = seed % 4;
        if (kind == 0) handler.claim(seed >> 8);
        else if (kind == 1) handler.register(seed >> 8);
        else if (kind == 2) handler.mintTreasury();
        else handler.claimAll();
        handler.wait_(seed >> 64);
    }

    /// @dev Without this the invariants could hold because nothing ever happens.
    function test_handler_minesAndIsRefused() public {
        for (uint256 k; k < 120; ++k) {
            uint256 random = uint256(keccak256(abi.encode(k)));
            if (k % 6 == 0) handler.mine(random);
            else if (k % 6 == 1) handler.wait_(random);
            else if (k % 6 == 2) handler.claim(random);
            else if (k % 6 == 3) handler.register(random);
            else if (k % 6 == 4) handler.mintTreasury();
            else handler.wait_(random >> 8);
        }
        handler.claimAll();
        vm.assertGe(handler.lots(), 40, "lots");
        vm.assertGe(handler.epochCount(), 5, "epochs");
        vm.assertGe(handler.refused(), 50, "refused");
        vm.assertGe(handler.winnersMinted(), 1, "winners");
        vm.assertGe(handler.treasuryMinted(), 1, "treasury");
        invariant_NoEpochMintsMoreThanItsAmount();
        invariant_TreasuryGetsExactlyWhatIsOver();
        invariant_SupplyIsWhatWasMined();
        invariant_LotsAreRegisteredAndClaimedOnce();
        invariant_ClaimsFitTheRegisteredShares();
    }

    function invariant_NoEpochMintsMoreThanItsAmount() public view {
        for (uint256 i; i < handler.epochCount(); ++i) {
            uint32 epoch = handler.epochs(i);
            (uint256 winners, ) = emission.amountsOf(epoch);
            vm.assertLe(handler.minted(epoch), winners);
        }
    }

    function invariant_TreasuryGetsExactlyWhatIsOver() public view {
        uint256 sum;
        // Eras are as long as they are, so one epoch of each says it all.
        for (uint32 epoch; epoch < emission.treasuryUntil();) {
            uint32 next = (epoch / 208 + 1) * 208;
            if (next > emission.treasuryUntil()) next = emission.treasuryUntil();
            (, uint256 part) = emission.amountsOf(epoch);
            sum += part * (next - epoch);
            epoch = next;
        }
        vm.assertEq(token.balanceOf(treasury), sum);
        vm.assertEq(handler.treasuryMinted(), sum);
    }

    function invariant_SupplyIsWhatWasMined() public view {
        uint256 mined = handler.winnersMinted() + handler.treasuryMinted();
        vm.assertEq(token.totalSupply(), MINTED_AT_START + mined);
        vm.assertLe(mined, MINED);
    }

    function invariant_LotsAreRegisteredAndClaimedOnce() public view {
        for (uint32 lot; lot < handler.lots(); ++lot) {
            vm.assertLe(handler.registrations(lot), 1);
            for (uint32 id; id <= handler.reporters(); ++id) {
                vm.assertEq(handler.claims(lot, id), emission.isClaimed(lot, id) ? 1 : 0);
            }
        }
    }

    function invariant_ClaimsFitTheRegisteredShares() public view {
        for (uint32 lot; lot < handler.lots(); ++lot) {
            MinedRound memory round = emission.miningOf(lot);
            vm.assertLe(round.claimed, round.shares);
            if (round.shares > 0) vm.assertEq(handler.registrations(lot), 1);
        }
    }
}
